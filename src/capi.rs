//! The functions of the C library, and of the WebAssembly module without imports: a call in, an
//! answer out, as [`call`](mod@crate::call) has them.
//!
//! There is no state between calls, so any number of threads may call at once.
//!
//! The module for other runtimes has the same functions, and two for the memory in which a call is
//! handed over. Its exports are `memory` (of at most 16,384 pages, 1 GiB), `arrears_alloc(length) →
//! address`, `arrears_call(address, length) → answer`, `arrears_free(answer)` and
//! `arrears_dealloc(address, length)`; addresses, lengths and the status are `i32`. It imports
//! nothing. An answer is twelve bytes, three numbers of four bytes with the lowest first: the
//! address of the text, its length, the status.
#![expect(
    unsafe_code,
    reason = "C hands over addresses; nothing outside this file takes one"
)]

#[cfg(target_family = "wasm")]
use std::alloc::{Layout, alloc, dealloc};
use std::ffi::c_char;
use std::panic::catch_unwind;

use crate::call::{Answer, call};

/// One that is a third as large as the standard library's.
#[cfg(all(
    feature = "core",
    target_family = "wasm",
    not(feature = "javascript"),
    not(target_feature = "atomics")
))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// What came of a call. It belongs to the caller until it is given back with `arrears_free`.
#[repr(C)]
#[derive(Debug)]
pub struct ArrearsAnswer {
    /// The answer or the error: JSON in UTF-8, with a NUL behind it.
    pub text: *const c_char,
    /// The length of the text in bytes, without the NUL.
    pub length: usize,
    /// 0 in order, 1 errors, 2 the call is not as it should be, 3 open warnings only, 4 a file
    /// cannot be read, 5 a fault of ours.
    pub status: u32,
}

/// Carries out a call: a line of JSON, with the bytes of its files behind it.
///
/// The call stays the caller's; it is read only until this function returns. The answer is never
/// NULL and has to be given back with `arrears_free`. Any number of threads may call at once.
///
/// # Safety
/// `request` is the address of `length` bytes that nobody writes to meanwhile; where `length` is 0,
/// it may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn arrears_call(
    request: *const c_char,
    length: usize,
) -> *const ArrearsAnswer {
    let request = if request.is_null() || length == 0 {
        &[]
    } else {
        // SAFETY: the caller promises that there are so many bytes and that they stay as they are.
        unsafe { std::slice::from_raw_parts(request.cast::<u8>(), length) }
    };
    let answer = catch_unwind(|| call(request)).unwrap_or_else(|_| Answer::fault());
    let mut text = answer.text.into_bytes();
    let length = text.len();
    text.push(0);
    let text = Box::into_raw(text.into_boxed_slice());
    Box::into_raw(Box::new(ArrearsAnswer {
        text: text.cast::<c_char>(),
        length,
        status: u32::from(answer.status),
    }))
}

/// Gives an answer back. Its text must not be read any more. NULL is left alone.
///
/// # Safety
/// `answer` came from `arrears_call` and has not been given back before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn arrears_free(answer: *const ArrearsAnswer) {
    if answer.is_null() {
        return;
    }
    // SAFETY: it came from `Box::into_raw` in `arrears_call`, and only once, as the caller promises.
    let answer = unsafe { Box::from_raw(answer.cast_mut()) };
    let length = answer.length.saturating_add(1);
    let text = std::ptr::slice_from_raw_parts_mut(answer.text.cast_mut().cast::<u8>(), length);
    // SAFETY: it came from `Box::into_raw` of a slice of this length.
    drop(unsafe { Box::from_raw(text) });
}

/// Memory of the module in which a call can be handed over; NULL where there is not so much.
#[cfg(target_family = "wasm")]
#[unsafe(no_mangle)]
pub extern "C" fn arrears_alloc(length: usize) -> *mut u8 {
    let Some(layout) = room(length) else {
        return std::ptr::null_mut();
    };
    // SAFETY: the layout is of one byte at least.
    unsafe { alloc(layout) }
}

/// Gives such memory back.
///
/// # Safety
/// `address` came from `arrears_alloc` with this length, and has not been given back before.
#[cfg(target_family = "wasm")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn arrears_dealloc(address: *mut u8, length: usize) {
    if let Some(layout) = room(length).filter(|_| !address.is_null()) {
        // SAFETY: `arrears_alloc` made it with the same layout, as the caller promises.
        unsafe { dealloc(address, layout) }
    }
}

#[cfg(target_family = "wasm")]
fn room(length: usize) -> Option<Layout> {
    Layout::array::<u8>(length.max(1)).ok()
}
