//! JSON as the submission needs it: a scanner that borrows from the text, a tree, and the
//! canonical form of RFC 8785.

mod canon;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
mod canonical;
mod members;
mod plain;
mod scan;
mod string;
mod tree;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
mod typed;
mod write;

#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub use canonical::canonical_without;
pub use members::{Members, Misfit};
pub use scan::{EachMember, Fault, FaultKind, Scanner, Shape};
pub use tree::Tree;
pub(crate) use tree::sort;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub use typed::{Declared, Typed};
pub use write::Json;
pub(crate) use write::{members, write_object};
