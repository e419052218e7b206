//! The crate as a WebAssembly module, with the JavaScript that speaks to it.

mod compile;
mod core;
mod floor;
mod glue;
mod order;
mod tighten;

use std::fs;

use crate::failure::{Failure, Outcome, While};
use crate::places::Places;
use crate::run::say;
use crate::setup::Library;
use compile::Recipe;

/// Loops as they are written: counted with several pointers they are quicker on paper, and a module
/// is two percent longer.
const LOOPS: &str = "-Cllvm-args=-disable-lsr";

/// A stack of a quarter of what the linker gives: nothing here calls itself deeper than a file is
/// nested, and the addresses of all texts, which lie behind it, are a byte shorter.
const STACK: &str = "-Clink-arg=-zstack-size=262144";

/// The module without imports, for other runtimes. Its memory grows to 1 GiB and no further, and
/// its stack lies first, so that what runs over it runs out of the memory and stops.
const CORE: Recipe = Recipe {
    feature: "core",
    profile: "core",
    library: Library::Quick,
    flags: &[
        "-Clink-arg=--max-memory=1073741824",
        "-Clink-arg=--stack-first",
        "-Clink-arg=--strip-all",
    ],
};

/// One module of the page.
#[derive(Debug)]
pub(crate) struct Module {
    recipe: Recipe,
    /// Its folder among what is built.
    pub(crate) glue: &'static str,
    /// What its JavaScript is called. Modules of one name are spoken to by the same.
    name: &'static str,
    /// The file that is shipped.
    pub(crate) file: &'static str,
}

/// What typing and checking need.
pub(crate) const FIRST: Module = Module {
    recipe: Recipe {
        feature: "wasm",
        profile: "module",
        library: Library::Small,
        flags: &[LOOPS, STACK],
    },
    glue: "arrears_ledger",
    name: "arrears_ledger",
    file: "arrears_ledger_bg.wasm",
};

/// The first once more, made for speed: a large ledger is opened in it, and Node.js has it anyhow.
pub(crate) const QUICK: Module = Module {
    recipe: Recipe {
        feature: FIRST.recipe.feature,
        profile: "quick",
        library: Library::Small,
        flags: &[STACK],
    },
    glue: "arrears_ledger_quick",
    name: FIRST.name,
    file: "arrears_ledger_quick_bg.wasm",
};

/// The whole crate, loaded when somebody asks for what it does.
pub(crate) const OFFICE: Module = Module {
    recipe: Recipe {
        feature: "office",
        profile: "office",
        library: Library::Small,
        flags: &[LOOPS],
    },
    glue: "arrears_ledger_office",
    name: "arrears_ledger_office",
    file: "arrears_ledger_office_bg.wasm",
};

/// Gets what the modules of the page are compiled with.
pub(crate) fn set_up(places: &Places) -> Outcome<()> {
    FIRST.recipe.set_up(places).map(drop)
}

/// Gets what the module without imports is compiled with.
pub(crate) fn set_up_core(places: &Places) -> Outcome<()> {
    CORE.set_up(places).map(drop)
}

/// Compiles a module, writes its JavaScript, makes it as small as it goes, and proves that it asks
/// nothing of a browser that WebAssembly 1.0 does not promise.
pub(crate) fn build(places: &Places, module: &Module) -> Outcome<()> {
    say(&format!("compiling {}", module.file));
    let compiled = compile::compile(places, &module.recipe)?;
    let folder = places.bindgen(module.glue);
    glue::write(&compiled, module.name, &folder)?;
    let file = folder.join(module.file);
    let written = folder.join(format!("{}_bg.wasm", module.name));
    fs::rename(&written, &file).while_doing(format_args!("naming {}", file.display()))?;
    tighten::tighten(places, &file)?;
    let bytes = fs::read(&file).while_doing(format_args!("reading {}", file.display()))?;
    floor::check(&bytes)
}

/// The quick module is spoken to by the first's JavaScript: it has to be what its own would be.
pub(crate) fn check_quick(places: &Places) -> Outcome<()> {
    let script = |module: &Module| {
        let file = places
            .bindgen(module.glue)
            .join(format!("{}.js", module.name));
        fs::read(&file).while_doing(format_args!("reading {}", file.display()))
    };
    if script(&FIRST)? == script(&QUICK)? {
        return Ok(());
    }
    Err(Failure::new(
        "the quick module is no longer spoken to as the first is: build its JavaScript into \
         `arrears_ledger_quick.js` and `node.js`",
    ))
}

/// Compiles the module for other runtimes into `dist/`, and proves that it asks nothing of any.
pub(crate) fn build_core(places: &Places) -> Outcome<()> {
    say("compiling the module without imports");
    let compiled = compile::compile(places, &CORE)?;
    let bytes = fs::read(&compiled).while_doing(format_args!("reading {}", compiled.display()))?;
    let bytes = core::trimmed(&bytes)?;
    floor::check(&bytes)?;
    core::check(&bytes)?;
    let shipped = places.core();
    fs::create_dir_all(places.dist())
        .and_then(|()| fs::write(&shipped, bytes))
        .while_doing(format_args!("writing {}", shipped.display()))
}
