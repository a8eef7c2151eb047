"""Reasons for which a build stops. Each has the exit status that ``pelican`` ends with.

Pelican's ``main`` logs an exception's text and exits with its ``exitcode`` attribute, so raising
one of these is all that is needed for a clear message and a non-zero status.
"""

from __future__ import annotations


class BuildError(Exception):
    """The build cannot go on; the text says why and what to do. The output is as it was."""

    exitcode = 1


class ContentError(BuildError):
    """The content has errors. They have been shown one by one; the text is their summary."""


class SettingsError(BuildError):
    """A setting has a wrong value; the text names the key, the value and what is allowed."""


class PluginError(BuildError):
    """A plugin could not be loaded or registered. Stock Pelican logs this and exits with 0."""


class WorkerError(BuildError):
    """A function failed inside a worker process: a defect of the program, not of the content."""


class TemplateError(BuildError):
    """A template of the theme failed; the text names template, line and page."""
