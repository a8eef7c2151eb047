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
  ["editor.editorWidgets.file.choose", "Chọn tệp"],
  ["editor.editorWidgets.file.chooseDifferent", "Chọn tệp khác"],
  ["editor.editorWidgets.file.remove", "Bỏ tệp"],
  ["editor.editorWidgets.list.add", "Thêm %{item}"],
  ["editor.editorWidgets.list.addType", "Thêm %{item}"],
  ["editor.editorWidgets.list.noValue", "(chưa ghi gì)"],
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
