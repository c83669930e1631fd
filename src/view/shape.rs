//! What templates are given, told field by field: the theme reference and the check of templates are made from it.

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Type {
    /// Words.
    Words,
    /// A whole number.
    Number,
    /// True or false.
    Truth,
    /// Something that may be missing; a template asks with `{% if … %}`.
    Maybe(Box<Type>),
    /// Any number of them.
    List(Box<Type>),
    /// Something with fields of its own.
    Of(&'static Shape),
}

/// Something with fields.
#[derive(Debug)]
pub struct Shape {
    /// What the reference calls it: `ClaimLine`.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
    /// Its fields, in the order in which they are told.
    pub fields: &'static [FieldShape],
}

impl PartialEq for Shape {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Shape {}

/// A field of something a template is given.
#[derive(Debug)]
pub struct FieldShape {
    /// Its name, as a template writes it.
    pub name: &'static str,
    /// What it means.
    pub about: &'static str,
    /// What it holds.
    pub holds: fn() -> Type,
}

/// Something a template can be given.
pub trait Given {
    /// What it holds.
    fn holds() -> Type;
}

impl Given for String {
    fn holds() -> Type {
        Type::Words
    }
}

impl Given for &'static str {
    fn holds() -> Type {
        Type::Words
    }
}

impl Given for u32 {
    fn holds() -> Type {
        Type::Number
    }
}

impl Given for u64 {
    fn holds() -> Type {
        Type::Number
    }
}

impl Given for bool {
    fn holds() -> Type {
        Type::Truth
    }
}

impl<T: Given> Given for Option<T> {
    fn holds() -> Type {
        Type::Maybe(Box::new(T::holds()))
    }
}

impl<T: Given> Given for Vec<T> {
    fn holds() -> Type {
        Type::List(Box::new(T::holds()))
    }
}

impl<T: Given> Given for std::sync::Arc<T> {
    fn holds() -> Type {
        T::holds()
    }
}

/// Declares what a template is given: the struct, how it is handed over, and its page in the reference, in one list.
macro_rules! given {
    ($(
        #[doc = $about:literal] $(#[doc = $more:literal])*
        pub struct $name:ident { $( $(#[doc = $meaning:literal])+ $field:ident: $type:ty, )+ }
    )+) => {$(
        #[doc = $about] $(#[doc = $more])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
        pub struct $name { $( $(#[doc = $meaning])+ pub $field: $type, )+ }

        impl $name {
            /// Its fields, for the theme reference.
            pub const SHAPE: $crate::view::Shape = $crate::view::Shape {
                name: stringify!($name),
                about: concat!($about $(, $more)*),
                fields: &[$($crate::view::FieldShape {
                    name: stringify!($field),
                    about: concat!($($meaning),+),
                    holds: <$type as $crate::view::Given>::holds,
                }),+],
            };
        }

        impl $crate::view::Given for $name {
            fn holds() -> $crate::view::Type {
                static SHAPE: $crate::view::Shape = $name::SHAPE;
                $crate::view::Type::Of(&SHAPE)
            }
        }
    )+};
}

pub(super) use given;
