/* Words of Decap's Vietnamese that are missing or that staff would not understand. */

export function words(given, local) {
  const merged = structuredClone(given);
  const put = (path, text) => {
    const names = path.split(".");
    const last = names.pop();
    let place = merged;
    for (const name of names) {
      place[name] ??= {};
      place = place[name];
    }
    place[last] = text;
  };
  for (const [path, text] of [...WORDS, ...(local ? LOCAL : HOSTED)]) {
    put(path, text);
  }
  return merged;
}

const WORDS = [
  ["app.header.content", "Bản tin"],
  ["app.header.workflow", "Duyệt tin"],
  ["app.header.media", "Ảnh, tệp"],
  ["app.header.quickAdd", "Viết tin"],
  ["collection.sidebar.collections", "Nội dung"],
  ["collection.sidebar.allCollections", "Tất cả"],
  ["collection.sidebar.searchAll", "Tìm bản tin"],
  ["collection.collectionTop.newButton", "Viết %{collectionLabel} mới"],
  ["collection.collectionTop.newButtonAriaLabel", "Viết %{collectionLabel} mới"],
  ["collection.collectionTop.viewAs", "Cách xem"],
  ["collection.collectionTop.groupBy", "Xếp nhóm"],
  ["collection.groups.other", "Khác"],
  ["collection.groups.negateLabel", "Không phải %{label}"],
  ["editor.editor.confirmLoadBackup", "Lần trước có bài viết dở chưa lưu. Bạn có muốn viết tiếp bài đó không?"],
  ["editor.editorToolbar.backCollection", "Về danh sách %{collectionLabel}"],
  ["editor.editorToolbar.unsavedChanges", "Chưa lưu"],
  ["editor.editorToolbar.changesSaved", "Đã lưu"],
  ["editor.editorControlPane.widget.regexPattern", "%{fieldLabel}: %{pattern}."],
  ["editor.editorWidgets.image.choose", "Chọn ảnh"],
  ["editor.editorWidgets.image.chooseDifferent", "Chọn ảnh khác"],
  ["editor.editorWidgets.image.remove", "Bỏ ảnh"],
  ["editor.editorWidgets.image.replaceUrl", "Thay bằng địa chỉ"],
  ["editor.editorWidgets.image.chooseUrl", "Chọn theo địa chỉ"],
  ["editor.editorWidgets.image.chooseMultiple", "Chọn các ảnh"],
  ["editor.editorWidgets.image.removeAll", "Bỏ hết ảnh"],
  ["editor.editorWidgets.file.choose", "Chọn tệp"],
  ["editor.editorWidgets.file.chooseDifferent", "Chọn tệp khác"],
  ["editor.editorWidgets.file.remove", "Bỏ tệp"],
  ["editor.editorWidgets.list.add", "Thêm %{item}"],
  ["editor.editorWidgets.list.addType", "Thêm %{item}"],
  ["editor.editorWidgets.list.noValue", "(chưa ghi gì)"],
  ["collection.collectionTop.viewAsList", "Xem thành danh sách"],
  ["collection.collectionTop.viewAsGrid", "Xem thành lưới"],
  ["collection.entries.unpublishedHeader", "Bài chưa đăng"],
  ["editor.editorControl.field.widgetLabel", "Ô %{widgetLabel}"],
  ["editor.editorInterface.togglePreview", "Mở hoặc đóng phần xem trước"],
  ["editor.editorInterface.toggleScrollSync", "Cuộn bài và phần xem trước cùng nhau"],
  ["editor.editorInterface.toggleNotes", "Mở hoặc đóng phần trao đổi"],
  ["editor.editorNotesPane.title", "Trao đổi về bài"],
  ["editor.editorNotesPane.emptyState", "Chưa có ý kiến nào. Hãy viết ý kiến đầu tiên ở dưới."],
  ["editor.editorNotesPane.addNote", "Gửi ý kiến"],
  ["editor.editorNotesPane.addPlaceholder", "Viết ý kiến…"],
  ["editor.editorNotesPane.editPlaceholder", "Sửa ý kiến…"],
  ["editor.editorNotesPane.save", "Lưu"],
  ["editor.editorNotesPane.cancel", "Thôi"],
  ["editor.editorNotesPane.edit", "Sửa"],
  ["editor.editorNotesPane.delete", "Xóa"],
  ["editor.editorNotesPane.resolve", "Đã xong"],
  ["editor.editorNotesPane.unresolve", "Chưa xong"],
  ["editor.editorNotesPane.confirmDelete", "Xóa ý kiến này?"],
  ["editor.editorNotesPane.shortcut", "Bấm Ctrl+Enter để gửi nhanh"],
  ["editor.editorWidgets.object.expand", "Mở ra"],
  ["editor.editorWidgets.object.collapse", "Gập lại"],
  ["mediaLibrary.mediaLibraryCard.copy", "Chép"],
  ["mediaLibrary.mediaLibraryCard.copyUrl", "Chép địa chỉ"],
  ["mediaLibrary.mediaLibraryCard.copyPath", "Chép đường dẫn"],
  ["mediaLibrary.mediaLibraryCard.copyName", "Chép tên tệp"],
  ["mediaLibrary.mediaLibraryCard.copied", "Đã chép"],
  ["mediaLibrary.mediaLibraryModal.close", "Đóng"],
  ["mediaLibrary.mediaLibraryModal.images", "Ảnh cùng thư mục với bài"],
  ["mediaLibrary.mediaLibraryModal.upload", "Tải ảnh lên"],
  ["mediaLibrary.mediaLibraryModal.chooseSelected", "Dùng ảnh đã chọn"],
  ["ui.settingsDropdown.account", "Tài khoản"],
  ["ui.toast.noteAdded", "Đã gửi ý kiến"],
  ["ui.toast.noteUpdated", "Đã sửa ý kiến"],
  ["ui.toast.noteDeleted", "Đã xóa ý kiến"],
  ["ui.toast.noteResolved", "Ý kiến đã xong"],
  ["ui.toast.noteReopened", "Mở lại ý kiến"],
  ["ui.toast.onFailToPersist", "Chưa lưu được: %{details}"],
];

// On one's own machine nothing is published by saving.
const LOCAL = [
  ["editor.editorToolbar.publish", "Lưu"],
  ["editor.editorToolbar.publishing", "Đang lưu…"],
  ["editor.editorToolbar.published", "Đã lưu"],
  ["editor.editorToolbar.publishNow", "Lưu bài"],
  ["editor.editorToolbar.publishAndCreateNew", "Lưu và viết bài khác"],
  ["editor.editorToolbar.publishAndDuplicate", "Lưu và chép thành bài mới"],
  ["ui.toast.entrySaved", "Đã lưu bài"],
  ["ui.toast.entryPublished", "Đã lưu bài"],
];

const HOSTED = [
  [
    "editor.editorToolbar.statusInfoTooltipDraft",
    "Đây là bản nháp. Viết xong thì chuyển trạng thái thành «Chờ duyệt».",
  ],
  ["editor.editorToolbar.statusInfoTooltipInReview", "Bài đang chờ duyệt. Vẫn sửa và lưu tiếp được."],
  ["editor.editorToolbar.save", "Lưu nháp"],
  ["editor.editorToolbar.status", "Trạng thái: %{status}"],
  ["editor.editorToolbar.inReview", "Chờ duyệt"],
  ["editor.editorToolbar.ready", "Đã duyệt"],
  ["editor.editorToolbar.publish", "Đăng"],
  ["editor.editorToolbar.publishNow", "Đăng ngay"],
  ["workflow.workflow.workflowHeading", "Duyệt tin"],
  ["workflow.workflowList.inReviewHeader", "Chờ duyệt"],
  ["workflow.workflowList.readyHeader", "Đã duyệt"],
  ["ui.toast.entrySaved", "Đã lưu bản nháp"],
  ["ui.toast.entryPublished", "Bài đã được duyệt và đang được đăng"],
];
