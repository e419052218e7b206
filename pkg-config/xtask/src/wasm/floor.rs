//! The floor: WebAssembly 1.0, and nothing that came after it.
//!
//! Browsers on officials' desks are Chromium of years ago, and some refuse newer instructions
//! whatever version they report. One such instruction, and the page does not start.

use wasmparser::{Validator, WasmFeatures};

use crate::failure::{Failure, Outcome};

/// Refuses a module that needs any later feature; even mutable globals across the module's border,
/// which the first browsers did not have and ours has no use for.
pub(super) fn check(module: &[u8]) -> Outcome<()> {
    let Err(error) = Validator::new_with_features(WasmFeatures::MVP).validate_all(module) else {
        return Ok(());
    };
    Err(Failure::new(format!(
        "the module is not WebAssembly 1.0: {} at byte {:#x}{}",
        error.message(),
        error.offset(),
        needed(module)
    )))
}

/// The features that would let the module pass, by name.
fn needed(module: &[u8]) -> String {
    let all = WasmFeatures::all();
    let passes = |features| {
        Validator::new_with_features(features)
            .validate_all(module)
            .is_ok()
    };
    if !passes(all) {
        return String::new();
    }
    let names: Vec<_> = all
        .difference(WasmFeatures::MVP)
        .iter_names()
        .filter(|(_, feature)| !passes(all.difference(*feature)))
        .map(|(name, _)| name)
        .collect();
    format!(" (it needs {})", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one function, `(i32) -> i32`, whose body is these instructions.
    fn module(body: &[u8]) -> Vec<u8> {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.extend([1, 6, 1, 0x60, 1, 0x7f, 1, 0x7f]);
        module.extend([3, 2, 1, 0]);
        let length = u8::try_from(body.len()).unwrap();
        module.extend([10, length + 4, 1, length + 2, 0]);
        module.extend(body);
        module.push(0x0b);
        module
    }

    #[test]
    fn webassembly_1_0_passes() {
        let local_get = [0x20, 0];
        check(&module(&local_get)).unwrap();
    }

    #[test]
    fn a_later_instruction_is_named_with_its_place() {
        let local_get_and_extend8_s = [0x20, 0, 0xc0];
        let failure = check(&module(&local_get_and_extend8_s))
            .unwrap_err()
            .to_string();
        assert_eq!(
            failure,
            "the module is not WebAssembly 1.0: sign extension operations support is not enabled \
             at byte 0x1b (it needs SIGN_EXTENSION)"
        );
    }

    #[test]
    fn what_is_no_module_at_all_is_refused() {
        assert!(check(b"<!doctype html>").is_err());
    }
}
