//! The handle a page holds on one open ledger.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::{changed, edit_error};
use crate::javascript::{answer, thrown};
use crate::session::Session;

/// One open ledger; the ledger itself stays inside the module.
#[wasm_bindgen(js_name = Session)]
#[derive(Debug)]
pub struct WasmSession(Session);

impl WasmSession {
    pub(super) const fn of(session: Session) -> Self {
        Self(session)
    }
}

#[wasm_bindgen(js_class = Session)]
#[expect(
    clippy::missing_errors_doc,
    reason = "each throws what the session's own method returns"
)]
#[expect(missing_docs, reason = "each is the session's own method")]
impl WasmSession {
    pub fn opened(&self) -> Result<JsValue, JsValue> {
        answer(&self.0.opened())
    }

    pub fn follow(&mut self, bytes: &[u8]) -> Result<JsValue, JsValue> {
        answer(&self.0.follow_file(bytes))
    }

    pub fn unfollow(&mut self) {
        self.0.follow(None);
    }

    pub fn overview(&self) -> Result<JsValue, JsValue> {
        answer(&self.0.overview())
    }

    pub fn findings(&self) -> Result<JsValue, JsValue> {
        answer(&self.0.findings())
    }

    pub fn header(&self) -> Result<JsValue, JsValue> {
        answer(&self.0.header())
    }

    pub fn rows(&self, from: usize, to: usize, keys: Vec<String>) -> Result<JsValue, JsValue> {
        answer(&self.0.rows(from, to, &keys).map_err(edit_error)?)
    }

    pub fn row(&self, index: usize) -> Result<JsValue, JsValue> {
        answer(&self.0.row(index).map_err(edit_error)?)
    }

    pub fn explain(&self, row: usize, field: Option<String>) -> Result<JsValue, JsValue> {
        let told = self.0.explained(row, field.as_deref());
        answer(&told.map_err(edit_error)?)
    }

    pub fn choose_unit(&mut self, code: &str) -> Result<JsValue, JsValue> {
        changed(self.0.choose_unit(code))
    }

    pub fn set_header(&mut self, field: &str, text: &str) -> Result<JsValue, JsValue> {
        changed(self.0.set_header(field, text))
    }

    pub fn set_cell(&mut self, row: usize, field: &str, text: &str) -> Result<JsValue, JsValue> {
        changed(self.0.set_cell(row, field, text))
    }

    pub fn set_child(
        &mut self,
        row: usize,
        table: &str,
        child: usize,
        field: &str,
        text: &str,
    ) -> Result<JsValue, JsValue> {
        changed(self.0.set_child(row, table, child, field, text))
    }

    pub fn add_child(&mut self, row: usize, table: &str) -> Result<JsValue, JsValue> {
        changed(self.0.add_child(row, table))
    }

    pub fn remove_child(
        &mut self,
        row: usize,
        table: &str,
        child: usize,
    ) -> Result<JsValue, JsValue> {
        changed(self.0.remove_child(row, table, child))
    }

    pub fn insert_rows(&mut self, at: usize, count: usize) -> Result<JsValue, JsValue> {
        changed(self.0.insert_rows(at, count))
    }

    pub fn remove_rows(&mut self, at: usize, count: usize) -> Result<JsValue, JsValue> {
        changed(self.0.remove_rows(at, count))
    }

    pub fn duplicate_row(&mut self, at: usize) -> Result<JsValue, JsValue> {
        changed(self.0.duplicate_row(at))
    }

    pub fn move_rows(&mut self, from: usize, count: usize, to: usize) -> Result<JsValue, JsValue> {
        changed(self.0.move_rows(from, count, to))
    }

    pub fn fill_down(
        &mut self,
        row: usize,
        count: usize,
        keys: Vec<String>,
    ) -> Result<JsValue, JsValue> {
        changed(self.0.fill_down(row, count, &keys))
    }

    pub fn set_plan(
        &mut self,
        row: usize,
        keys: Vec<String>,
        texts: Vec<String>,
    ) -> Result<JsValue, JsValue> {
        let plan = texts.chunks(keys.len().max(1)).map(<[_]>::to_vec);
        changed(self.0.set_plan(row, &keys, &plan.collect::<Vec<_>>()))
    }

    pub fn record_payment(
        &mut self,
        row: usize,
        keys: Vec<String>,
        texts: Vec<String>,
    ) -> Result<JsValue, JsValue> {
        changed(self.0.record_payment(row, &keys, &texts))
    }

    pub fn preview(
        &self,
        row: usize,
        keys: Vec<String>,
        text: &str,
        columns: Option<Vec<String>>,
    ) -> Result<JsValue, JsValue> {
        let preview = self.0.preview(row, &keys, text, columns.as_deref());
        answer(&preview.map_err(edit_error)?)
    }

    pub fn paste(
        &mut self,
        row: usize,
        keys: Vec<String>,
        text: &str,
        columns: Option<Vec<String>>,
    ) -> Result<JsValue, JsValue> {
        let pasted = self.0.paste_as(row, &keys, text, columns.as_deref());
        answer(&pasted.map_err(edit_error)?)
    }

    pub fn repair(&mut self, finding: &str) -> Result<JsValue, JsValue> {
        changed(self.0.repair(finding))
    }

    pub fn confirm(&mut self, finding: &str, reason: &str) -> Result<JsValue, JsValue> {
        changed(self.0.confirm(finding, reason))
    }

    pub fn undo(&mut self) -> Result<JsValue, JsValue> {
        changed(Ok(self.0.undo()))
    }

    pub fn redo(&mut self) -> Result<JsValue, JsValue> {
        changed(Ok(self.0.redo()))
    }

    pub fn draft(&self) -> String {
        self.0.draft()
    }

    pub fn submission(&self) -> Result<JsValue, JsValue> {
        let written = self.0.submission();
        answer(&written.map_err(|_| thrown("not_ready", "errors or open warnings are left"))?)
    }

    pub fn pieces(&mut self, anew: bool) -> Result<JsValue, JsValue> {
        answer(&self.0.pieces(anew))
    }

    pub fn came_in(&mut self, rows: Vec<usize>, marks: Vec<String>) {
        self.0.came_in(rows.into_iter().zip(marks).collect());
    }
}
