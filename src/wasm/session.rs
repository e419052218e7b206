//! The handle a page holds on one open ledger.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::javascript::{answer, parsed, thrown};
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
#[expect(missing_docs, reason = "each is the session's own method")]
impl WasmSession {
    /// A method by its name, as [`Session::call`] has it.
    ///
    /// # Errors
    /// What the method returns.
    pub fn call(&mut self, call: &str) -> Result<JsValue, JsValue> {
        let answer = self.0.call(call);
        parsed(&answer.map_err(|why| thrown(why.code(), &why.to_string()))?)
    }

    #[expect(
        clippy::missing_errors_doc,
        reason = "none: what is answered can be read"
    )]
    pub fn follow(&mut self, bytes: &[u8]) -> Result<JsValue, JsValue> {
        answer(&self.0.follow_file(bytes))
    }

    pub fn unfollow(&mut self) {
        self.0.follow(None);
    }

    pub fn draft(&self) -> String {
        self.0.draft()
    }
}
