//! What every runtime may rely on: the module for them imports nothing, exports what is written
//! down and no more, and says how much memory it takes at most.

use wasmparser::{ExportSectionReader, ExternalKind, Parser, Payload};

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

/// The linker's marks, which are no part of what the module is for.
const MARKS: [&str; 2] = ["__data_end", "__heap_base"];

/// The same module without the linker's marks among its exports.
pub(super) fn without_marks(module: &[u8]) -> Outcome<Vec<u8>> {
    let (head, _) = module.split_at_checked(8).unwrap_or_default();
    let mut written = head.to_vec();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.while_doing("reading the module without imports")?;
        let Some((id, range)) = payload.as_section() else {
            continue;
        };
        let section = match &payload {
            Payload::ExportSection(list) => exports(list.clone())?,
            _ => module.get(range).unwrap_or_default().to_vec(),
        };
        written.push(id);
        write_length(section.len(), &mut written);
        written.extend(section);
    }
    Ok(written)
}

/// The section of exports without the marks.
fn exports(list: ExportSectionReader<'_>) -> Outcome<Vec<u8>> {
    let mut count = 0;
    let mut kept = Vec::new();
    for export in list {
        let export = export.while_doing("reading its exports")?;
        if MARKS.contains(&export.name) {
            continue;
        }
        count += 1;
        write_length(export.name.len(), &mut kept);
        kept.extend(export.name.bytes());
        kept.push(match export.kind {
            ExternalKind::Func | ExternalKind::FuncExact => 0,
            ExternalKind::Table => 1,
            ExternalKind::Memory => 2,
            ExternalKind::Global => 3,
            ExternalKind::Tag => 4,
        });
        write_length(export.index as usize, &mut kept);
    }
    let mut section = Vec::new();
    write_length(count, &mut section);
    section.extend(kept);
    Ok(section)
}

/// A length as WebAssembly writes it: seven bits a byte, the lowest first.
fn write_length(length: usize, out: &mut Vec<u8>) {
    let mut left = length;
    while 0x7f < left {
        out.push(low(left) | 0x80);
        left >>= 7;
    }
    out.push(low(left));
}

fn low(number: usize) -> u8 {
    number.to_le_bytes().first().map_or(0, |byte| byte & 0x7f)
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

    #[test]
    fn the_marks_of_the_linker_are_left_out() {
        // One memory, exported as `memory` and, as it happens, as `__heap_base`.
        let mut whole = module(5, &[1, 1, 1, 0xff, 1]);
        let mut exports = vec![2, 11];
        exports.extend(b"__heap_base");
        exports.extend([2, 0, 6]);
        exports.extend(b"memory");
        exports.extend([2, 0]);
        whole.extend([7, u8::try_from(exports.len()).unwrap()]);
        whole.extend(exports);
        let mut expected = module(5, &[1, 1, 1, 0xff, 1]);
        expected.extend([7, 10, 1, 6]);
        expected.extend(b"memory");
        expected.extend([2, 0]);
        assert_eq!(without_marks(&whole).unwrap(), expected);
    }

    #[test]
    fn a_length_of_more_than_seven_bits_takes_two_bytes() {
        let mut out = Vec::new();
        write_length(300, &mut out);
        assert_eq!(out, [0xac, 2]);
    }

    #[test]
    fn other_exports_are_refused_with_those_there_should_be() {
        let failure = check(&module(5, &[1, 0, 1])).unwrap_err().to_string();
        assert!(failure.contains("arrears_call"), "{failure}");
    }
}
