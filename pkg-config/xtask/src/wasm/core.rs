//! What every runtime may rely on: the module for them imports nothing, exports what is written
//! down and no more, and says how much memory it takes at most.

use walrus::ModuleConfig;
use walrus::passes::gc;
use wasmparser::{ExternalKind, Parser, Payload};

use crate::failure::{Failure, Outcome, While};

/// The exports, by name.
const EXPORTS: [(&str, ExternalKind); 5] = [
    ("arrears_alloc", ExternalKind::Func),
    ("arrears_call", ExternalKind::Func),
    ("arrears_dealloc", ExternalKind::Func),
    ("arrears_free", ExternalKind::Func),
    ("memory", ExternalKind::Memory),
];

/// The pages of 64 KiB that its memory may grow to.
const PAGES: u64 = 16_384;

/// The same module with these exports, and nothing that only others led to: the linker's marks, and
/// what a library has in it for JavaScript, whose imports would have to be there.
pub(super) fn trimmed(module: &[u8]) -> Outcome<Vec<u8>> {
    let mut config = ModuleConfig::new();
    config
        .generate_name_section(false)
        .generate_producers_section(false);
    let read = config.parse(module);
    let mut module = read.while_doing("reading the module without imports")?;
    let is_other = |name: &str| EXPORTS.iter().all(|(known, _)| *known != name);
    let others: Vec<_> = module
        .exports
        .iter()
        .filter(|export| is_other(&export.name))
        .map(walrus::Export::id)
        .collect();
    for other in others {
        module.exports.delete(other);
    }
    // Notes of compilers and for `wasm-bindgen`.
    let notes: Vec<_> = module.customs.iter().map(|(id, _)| id).collect();
    for note in notes {
        module.customs.delete(note);
    }
    gc::run(&mut module);
    Ok(module.emit_wasm())
}

/// Refuses a module that is not as written down.
pub(super) fn check(module: &[u8]) -> Outcome<()> {
    let mut exports = Vec::new();
    let mut most = None;
    for payload in Parser::new(0).parse_all(module) {
        match payload.while_doing("reading the module without imports")? {
            Payload::ImportSection(imports) if 0 < imports.count() => {
                return Err(Failure::new("the module without imports has imports"));
            }
            Payload::MemorySection(memories) => {
                for memory in memories {
                    most = memory.while_doing("reading its memory")?.maximum;
                }
            }
            Payload::ExportSection(list) => {
                for export in list {
                    let export = export.while_doing("reading its exports")?;
                    exports.push((export.name, export.kind));
                }
            }
            _ => {}
        }
    }
    exports.sort_unstable_by_key(|(name, _)| *name);
    if exports != EXPORTS {
        return Err(Failure::new(format!(
            "the module without imports exports {exports:?} instead of {EXPORTS:?}"
        )));
    }
    if most != Some(PAGES) {
        return Err(Failure::new(format!(
            "the memory of the module without imports may grow to {most:?} pages instead of {PAGES}"
        )));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The start of a module, and a section of it.
    fn module(id: u8, section: &[u8]) -> Vec<u8> {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.extend([id, u8::try_from(section.len()).unwrap()]);
        module.extend(section);
        module
    }

    #[test]
    fn an_import_is_refused() {
        let import = [1, 1, b'e', 1, b'm', 2, 0, 1];
        let failure = check(&module(2, &import)).unwrap_err().to_string();
        assert_eq!(failure, "the module without imports has imports");
    }

    /// One that has what is written down, and beside it an export that needs an import, as
    /// libraries for JavaScript leave behind.
    fn with_leavings() -> Vec<u8> {
        let mut module = walrus::Module::default();
        let memory = module
            .memories
            .add_local(false, false, 17, Some(PAGES), None);
        module.exports.add("memory", memory);
        let kind = module.types.add(&[], &[]);
        let (import, _) = module.add_import_func("js", "describe", kind);
        module.exports.add("__describe", import);
        for (name, kind) in EXPORTS {
            if kind == ExternalKind::Func {
                let body = walrus::FunctionBuilder::new(&mut module.types, &[], &[]);
                let function = body.finish(Vec::new(), &mut module.funcs);
                module.exports.add(name, function);
            }
        }
        module.emit_wasm()
    }

    #[test]
    fn what_only_other_exports_need_is_left_out() {
        let whole = with_leavings();
        let failure = check(&whole).unwrap_err().to_string();
        assert_eq!(failure, "the module without imports has imports");
        check(&trimmed(&whole).unwrap()).unwrap();
    }

    #[test]
    fn other_exports_are_refused_with_those_there_should_be() {
        let failure = check(&module(5, &[1, 0, 1])).unwrap_err().to_string();
        assert!(failure.contains("arrears_call"), "{failure}");
    }
}
