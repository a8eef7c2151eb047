/* What `tests/theme/test_style_linter.py` asks of every style sheet of the theme. */

export default {
  extends: ["stylelint-config-standard"],
  rules: {
    // Block, element, modifier (docs/theme.md).
    "selector-class-pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*(__[a-z0-9]+(-[a-z0-9]+)*)?(--[a-z0-9]+(-[a-z0-9]+)*)?$",
    // The bundler of plugins/engine/assets.py reads this form.
    "import-notation": "string",
    // Colours are compared by tests/theme/test_colours.py, which reads six digits.
    "color-hex-length": "long",
    // Phones of 2020 do not know `width >= 48rem`.
    "media-feature-range-notation": "prefix",
    // The names of fonts are names.
    "value-keyword-case": ["lower", { ignoreProperties: ["/^--font-/"] }],
    // Groups of tokens are set apart by blank lines; a comment belongs to the line below it.
    "custom-property-empty-line-before": null,
    "comment-empty-line-before": null,
    // States of one element stand together, before the next element of its block.
    "no-descending-specificity": null,
    // Safari on telephones knows this one by its prefix only.
    "property-no-vendor-prefix": [true, { ignoreProperties: ["/text-size-adjust$/"] }],
    "declaration-no-important": true,
    "selector-max-id": 0,
  },
};
