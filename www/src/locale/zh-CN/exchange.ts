/** The words of tables brought in and handed out, in Chinese. */

export const exchange = {
  import: "导入表格",
  export: "导出表格",
  handed: {
    xlsx: "工作簿（.xlsx）",
    checked: "工作簿，附检查结果",
    csv: "CSV（UTF-8）",
    gb18030: "CSV（GB18030，旧版软件用）",
    tsv: "TSV（制表符分隔）",
    template: "填报模板（.xlsx）",
  },
  ledgerFile: "清欠台账",
  templateFile: "清欠台账填报模板",
  writing: (name: string) => `正在生成 ${name}`,
  cancelled: "已取消",
  trouble: {
    office_missing: "表格组件没有取到：请检查网络后重试；仍不行的，请与提供本页的单位联系。",
    office_fault:
      "表格组件出错停止：可重试一次；仍不行的，请在表格软件中另存后再试，或者复制后粘贴。",
  },
  chooseSheet: (name: string) => `“${name}”有多张工作表，导入哪一张？`,
  chooseSheetHint: "一次导入一张；其余的可以再导入。",
  noSheet:
    "各张工作表中都没有找到表头（至少要有欠款单位、被拖欠企业、拖欠金额等三个栏目）。请补上表头再导入。",
  rows: (rows: number) => `${rows}行`,
  hidden: "，隐藏",
  noHeadings: "，没有表头，不能导入",
  toImport: (name: string, rows: number) => `将从“${name}”导入${rows}行`,
  importIt: "导入",
  readHow: "读取说明",
};
