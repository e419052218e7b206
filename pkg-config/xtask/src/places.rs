//! Where everything lies: the repository, what is built in it, and what is shipped from it.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome, While};

/// The name of the module without imports, wherever it is put.
pub(crate) const CORE: &str = "arrears-ledger-core.wasm";

/// The two folders from which all others follow.
#[derive(Debug)]
pub(crate) struct Places {
    root: PathBuf,
    target: PathBuf,
}

impl Places {
    /// Finds the repository by this crate's manifest, and the target folder by this very program:
    /// so a target folder that cargo was told to put elsewhere is found too.
    pub(crate) fn find() -> Outcome<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        let program = env::current_exe().while_doing("finding this program's own file")?;
        Ok(Self {
            root: above(&manifest)?.to_path_buf(),
            target: above(&program)?.to_path_buf(),
        })
    }

    /// The repository.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The page's sources.
    pub(crate) fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// What is shipped: the page's folder, and the ledger in a single file beside it.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The page as a web server hands it out.
    pub(crate) fn page(&self) -> PathBuf {
        self.dist().join("www")
    }

    /// The package for portals, as npm takes it.
    pub(crate) fn package(&self) -> PathBuf {
        self.dist().join("npm")
    }

    /// The module without imports.
    pub(crate) fn core(&self) -> PathBuf {
        self.dist().join(CORE)
    }

    /// Cargo's target folder.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// The target folder of the modules: their own, so that native builds are not undone by it.
    pub(crate) fn wasm(&self) -> PathBuf {
        self.target.join("wasm")
    }

    /// A module as it ships, with its JavaScript and its TypeScript declarations.
    pub(crate) fn bindgen(&self, name: &str) -> PathBuf {
        self.wasm().join("bindgen").join(name)
    }
}

/// The folder two levels up.
fn above(path: &Path) -> Outcome<&Path> {
    path.ancestors()
        .nth(2)
        .ok_or_else(|| Failure::new(format!("{} has no folder above it", path.display())))
}
