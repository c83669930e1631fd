//! Declares the maps of a sheet once: type, decoder and documentation come of the same list.

/// Declares a struct of fields and how it is read.
///
/// Each field has the name typed in the sheet, the name in Rust, its type, `required` where it must be there, and,
/// behind `as`, an example of what is typed where its type alone gives none. A struct may take in the fields of another
/// with `..name: Type`.
macro_rules! fields {
    (
        $(#[doc = $about:literal])*
        pub struct $name:ident / $partial:ident = $what:literal {
            $(
                $(#[doc = $doc:literal])*
                $key:literal $field:ident: $type:ty $(= $required:ident)? $(as $example:literal)?,
            )*
            $(.. $part:ident: $whole:ident / $partly:ident)?
        }
    ) => {
        $(#[doc = $about])*
        #[derive(Debug, Clone)]
        pub struct $name {
            /// Where it is written: its key, or its first line.
            pub place: $crate::text::Place,
            $( $(#[doc = $doc])* pub $field: $crate::load::fields::fields!(@type $type $(, $required)?), )*
            $( /// What every entry can carry.
            pub $part: $whole, )?
        }

        /// The same while it is being read.
        #[derive(Debug, Default)]
        pub(in crate::load) struct $partial {
            seen: u32,
            $( $field: Option<$crate::text::At<$type>>, )*
            $( $part: $partly, )?
        }

        impl $crate::load::decode::Fields for $partial {
            type Whole = $name;
            const FIELDS: &'static [$crate::load::Field] = &[
                $( $crate::load::Field {
                    name: $key,
                    about: concat!($($doc),*).trim_ascii_start(),
                    required: $crate::load::fields::fields!(@required $($required)?),
                    shape: <$type as $crate::load::Decode>::shape,
                    example: $crate::load::fields::fields!(@example $($example)?),
                }, )*
            ];

            fn take(
                &mut self,
                key: &$crate::load::yaml::Key,
                node: &$crate::load::yaml::Node,
                decoder: &mut $crate::load::Decoder<'_>,
            ) -> bool {
                match &*key.word {
                    $( $key => {
                        let before = decoder.findings.len();
                        self.$field = decoder.field(key, node);
                        if decoder.findings.len() > before {
                            self.seen |= $crate::load::fields::bit(Self::FIELDS, $key);
                        }
                        true
                    } )*
                    _ => $crate::load::fields::fields!(@part self, key, node, decoder $(, $part)?),
                }
            }

            #[allow(unused_mut, unused_variables, reason = "not every map has a required field")]
            fn whole(self, place: $crate::text::Place, decoder: &mut $crate::load::Decoder<'_>) -> Option<$name> {
                let mut whole = true;
                $( $crate::load::fields::fields!(@check self, whole, place, decoder, $what, $key, $field $(, $required)?); )*
                $( let $part = $crate::load::decode::Fields::whole(self.$part, place, decoder); )?
                if !whole {
                    return None;
                }
                Some($name {
                    place,
                    $( $field: $crate::load::fields::fields!(@take self, $field $(, $required)?), )*
                    $( $part: $part?, )?
                })
            }

            fn all(into: &mut Vec<$crate::load::Field>) {
                into.extend(Self::FIELDS);
                $( <$partly as $crate::load::decode::Fields>::all(into); )?
            }
        }

        impl $name {
            /// What it looks like as typed.
            #[must_use]
            pub fn form() -> $crate::load::Form {
                let mut fields = Vec::new();
                <$partial as $crate::load::decode::Fields>::all(&mut fields);
                $crate::load::Form { what: $what, about: concat!($($about),*).trim_ascii_start(), fields }
            }
        }

        impl $crate::load::Decode for $name {
            const WHAT: &'static str = $what;

            fn shape() -> $crate::load::Shape {
                $crate::load::Shape::Fields(Self::form())
            }

            fn decode(
                node: &$crate::load::yaml::Node,
                decoder: &mut $crate::load::Decoder<'_>,
            ) -> Option<Self> {
                decoder.fields::<$partial>(node, $what)
            }
        }
    };
    (@type $type:ty) => { Option<$crate::text::At<$type>> };
    (@type $type:ty, required) => { $crate::text::At<$type> };
    (@example) => { None };
    (@example $example:literal) => { Some($example) };
    (@required) => { false };
    (@required required) => { true };
    (@part $self:ident, $key:ident, $node:ident, $decoder:ident) => { false };
    (@part $self:ident, $key:ident, $node:ident, $decoder:ident, $part:ident) => {
        $crate::load::decode::Fields::take(&mut $self.$part, $key, $node, $decoder)
    };
    (@check $self:ident, $whole:ident, $place:ident, $decoder:ident, $what:literal, $key:literal, $field:ident) => {};
    (@check $self:ident, $whole:ident, $place:ident, $decoder:ident, $what:literal, $key:literal, $field:ident, required) => {
        if $self.$field.is_none() {
            $whole = false;
            if $self.seen & $crate::load::fields::bit(Self::FIELDS, $key) == 0 {
                $decoder.missing($place, $what, $key);
            }
        }
    };
    (@take $self:ident, $field:ident) => { $self.$field };
    (@take $self:ident, $field:ident, required) => { $self.$field? };
}

pub(super) use fields;

/// The bit that stands for a field: set where a finding says already what is wrong with it.
pub(super) fn bit(fields: &[super::Field], name: &str) -> u32 {
    fields.iter().position(|field| field.name == name).map_or(0, |index| 1 << (index % 32))
}
