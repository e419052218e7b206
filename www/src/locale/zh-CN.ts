/** The page's words in Chinese: the first language, and the measure of the others. */

import { countyZh } from "./county";
import { draftsZh } from "./drafts";
import { check } from "./zh-CN/check";
import { debt } from "./zh-CN/debt";
import { diagnosis } from "./zh-CN/diagnosis";
import { exchange } from "./zh-CN/exchange";
import { follow } from "./zh-CN/follow";
import { grid } from "./zh-CN/grid";
import type { LaterWords } from "./zh-CN/later";
import { tasks } from "./zh-CN/tasks";

type Money = "wan" | "yuan";
type Kinds = Partial<Record<string, string>>;
interface Flag {
  yes: string;
  no: string;
}

const first = {
  ...draftsZh,
  office: countyZh,
  ...check,
  ...debt,
  ...follow,
  ...tasks,
  product: "清欠台账",
  skip: "跳到正文",
  otherLanguage: "English",
  deadline: "台账报送截止",
  deadlineOf: (day: string) => day,
  askWho: "咨询",
  version: (version: string) => `版本 ${version}`,
  money: (unit: Money): string => (unit === "wan" ? "万元" : "元"),

  stepsLabel: "填报步骤",
  steps: {
    unit: "单位信息",
    ledger: "台账",
    plan: "清偿计划",
    check: "检查",
    print: "打印盖章",
    export: "导出",
  },
  toHome: "返回首页",
  next: (step: string) => `下一步：${step}`,
  noUnit: "未选单位",

  // 首页
  noticeOf: (number: string, day: string) => `依据 ${number}（${day}）`,
  duty: "对机关、事业单位、大型企业拖欠中小企业的货物、工程、服务款项，应报尽报、避免漏报、严禁瞒报。",
  begin: "新填台账",
  openFile: "打开文件",
  openFileHint: "可打开提交文件、草稿（.json）、工作簿（.xlsx）和表格文本（.csv、.tsv）",
  leaveUnsaved: "正在填写的台账还没有保存",
  leaveUnsavedDetail:
    "换到另一份台账后，没有保存的内容会丢失。需要留存的，请先取消，再点“另存副本”。",
  leave: "不保存，继续",
  unitName: "填报单位",
  period: "报告期",
  rows: "笔数",
  errorsLeft: "待改错误",
  warningsLeft: "待确认提醒",
  lastChange: "最近修改",
  acts: "操作",
  resume: "继续填报",
  resumeDamaged: "打开能读出的部分",
  saveCopy: "另存副本",
  saveRaw: "下载原文",
  remove: "删除",
  damaged: "已损坏",
  actOn: (act: string, name: string) => `${act}：${name}`,

  // 对话框
  close: "关闭",
  cancel: "取消",
  cannotOpen: (name: string) => `无法完整读取“${name}”`,
  openedWith: (name: string) => `“${name}”可以打开，但有问题需要知道`,
  opening: (name: string) => `正在打开 ${name}`,
  openingDetail: "文件较大，请稍候。",
  tooLarge: (size: number, most: number) => `文件有${size}兆字节，最多读取${most}兆字节`,
  workKept: "正在填写的台账没有变化。",
  whatToDo: "怎么办：",
  basis: "依据：",
  nothingRead: "没有读出任何一笔欠款。",
  rowsRead: (rows: number) => `读出${rows}笔欠款。`,
  openIt: "打开",
  openWhatIsRead: (rows: number) => `打开读出的${rows}笔`,
  doNotOpen: "不打开",
  partComing: "正在打开…",
  partMissing: (why: string) => `这一部分没有取到，请检查网络后再试。已填内容没有变化。（${why}）`,
  again: "再试一次",
  trouble: "没有做成",
  troubleDetail: "已填内容没有变化。多次出现的，请另存副本后与收表办公室联系。",
  pasted: (rows: number) => `已粘贴${rows}行`,
  pastedUnit: "金额单位",
  toPaste: (rows: number) => `将粘贴${rows}行`,
  pasteChanges: "改动",
  pasteAdds: (rows: number) => `新增${rows}笔`,
  pasteOverwrites: (rows: number, cells: number) => `写入${rows}行，改动${cells}格`,
  comma: "，",
  cellIn: (row: number, label: string) => `第${row}行${label}`,
  pastedColumns: "各列对应的栏目",
  columnNumber: (number: number) => `第${number}列`,
  leaveColumnOut: "不作为栏目导入",
  pastedLeftOut: "不导入的行",
  leftOutRows: (rows: string) => `第${rows}行（合计、说明或空行）`,
  pastedUnread: "读不懂的单元格",
  unreadCells: (count: number) => `${count}处，将按原样保留并标出`,
  none: "无",
  pasteUndo: "粘贴是一步操作，可以整体撤销。",
  pasteIt: "粘贴",

  // 状态
  nothingToSave: "尚未修改",
  notSaved: "未保存",
  rowsOf: (rows: number) => `${rows}笔`,
  errorsOf: (count: number) => `错误${count}`,
  warningsOf: (count: number) => `提醒${count}`,

  // 单位信息
  required: "必填",
  choose: "请选择",
  rosterHint: "输入名称查找，或点开选择",
  notOnRoster: "名录中没有，将按所填名称报送",
  toBeConfirmed: "（名录待确认）",
  unknownOption: (text: string) => `${text}（不在选项内）`,
  placeholder: {
    date: "例如 2022-06-13",
    month: "例如 2022-06",
    uscc: "18位",
  } as Kinds,
  flag: {
    "*": { yes: "是", no: "否" },
    is_nil: { yes: "无拖欠（零报告）", no: "有拖欠" },
    sealed: { yes: "已盖章", no: "未盖章" },
  } as Record<string, Flag>,

  // 台账
  diagnosis,
  exchange,
  grid,
  toolbar: "台账操作",
  sheet: "台账表格，用方向键移动，输入即修改",
  addRow: "新增一笔",
  insertRow: "插入行",
  duplicateRow: "复制本行",
  removeRow: "删除本行",
  rowRemoved: (row: number) => `已删除第${row}行，可撤销`,
  undo: "撤销",
  redo: "重做",
  undone: "已撤销",
  redone: "已重做",
  openForm: "单笔表单",
  columns: "选择列",
  usualColumns: "常用列",
  allColumns: "全部列",
  pasteHint: "可从表格软件复制整表（含表头）后按 Ctrl+V 粘贴",
  keysHint:
    "方向键移动，直接输入或按 F2 修改，Enter 向下，Tab 向右，Delete 清除，Ctrl+D 向下填充，Ctrl+Enter 单笔表单，Esc 到工具栏",
  newRow: "在此输入新增一笔",
  rowNumber: (row: number) => `第${row}行`,
  rowFindings: (row: number, count: number) => `第${row}行有${count}个问题，双击打开单笔表单`,
  blank: "空",
  cellNotes: "当前单元格的说明和问题",
  nilTitle: "零报告",
  nilText: "已选“无拖欠（零报告）”，不填写台账。有拖欠的，请回到单位信息修改。",
  totalCount: "笔数",
  totalArrears: "拖欠金额",
  totalUndisputed: "其中无分歧",
  totalRepaid: "累计已清偿",
  totalBalance: "余额",
  countUnit: "笔",

  // 导出
  exportTitle: (unit: string, period: string) => `${unit} ${period} 台账`,
  nilReport: "零报告：经排查，本单位无拖欠中小企业账款。",
  declaration: "报送声明",
  declares: "导出即表示：本单位已全面排查，所填内容真实、完整，由单位负责人负责。",
  submit: "导出提交文件",
  submitAgain: "再次下载",
  notReady: (errors: number, warnings: number) =>
    `还不能导出：有${errors}个错误需要改正，${warnings}个提醒需要改正或者说明理由`,
  seeAll: (count: number) => `查看全部${count}个问题`,
  downloaded: (name: string) => `已导出 ${name}`,
  written: "提交文件已导出",
  fileName: "文件名",
  checkCode: "校验码",
  digest: "摘要（SM3）",
  whatNext: "接下来",
  lastPeriod: "与上期对照",
  lastPeriodHelp:
    "选择上期的提交文件，核对欠款是否有遗漏、金额和状态的变化是否有说明。文件只在本机读取，与草稿一起保存。",
  chooseBefore: "选择上期提交文件",
  comparing: (name: string, rows: number) => `正在与“${name}”（${rows}笔）对照`,
  unfollow: "不再对照",
  print: "打印盖章表",
  colon: (label: string) => `${label}：`,
  nextSteps: (office: string, phone: string, email: string, day: string): string[] => [
    `在下载文件夹中找到该文件，于${day}前报送${office}（${email}）。`,
    "纸质台账由填表人、审核人、单位负责人签字并加盖公章，注明上面的校验码，与文件一并报送。",
    `以后发现需要更正的，打开本文件修改后重新导出。咨询电话：${phone}。`,
  ],
};

/** Those of the views that come later are put in with them (`addWords`). */
export const zhCN = first as typeof first & LaterWords;
