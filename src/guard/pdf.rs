//! What is in a PDF: the words on its pages, what is said of it as a whole, and everything that is packed in it.

use lopdf::{Dictionary, Document, Object};

use super::packed::Seal;

/// How much is unpacked of one thing.
const MUCH: usize = 256 << 20;

/// Hands over each part with what it is: `pdf:Author` and the like for what is said of the whole, nothing for the rest.
/// One that opens without a password, though it has one against changes, is looked into like any other.
pub(super) fn each(bytes: &[u8], take: &mut dyn FnMut(&str, &[u8])) -> Result<(), Seal> {
    let document = match Document::load_mem(bytes) {
        Ok(document) if document.is_encrypted() => return Err(Seal::Locked),
        Ok(document) => document,
        Err(lopdf::Error::Decryption(_) | lopdf::Error::InvalidPassword) => return Err(Seal::Locked),
        Err(_) => return Err(Seal::Broken),
    };
    // All pages but those that cannot be read.
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    for page in pages {
        if let Ok(words) = document.extract_text_with_limit(&[page], MUCH) {
            take("", words.as_bytes());
        }
    }
    for object in document.objects.values() {
        if let Object::Stream(stream) = object {
            let unpacked = stream.decompressed_content_with_limit(MUCH);
            take("", unpacked.as_deref().unwrap_or(&stream.content));
        }
        strings(object, take);
    }
    let info = document.trailer.get(b"Info").and_then(|info| document.dereference(info));
    if let Ok((_, Object::Dictionary(info))) = info {
        said_of_it(info, take);
    }
    Ok(())
}

fn said_of_it(info: &Dictionary, take: &mut dyn FnMut(&str, &[u8])) {
    for (key, value) in info {
        if let Ok(words) = lopdf::decode_text_string(value) {
            take(&format!("pdf:{}", String::from_utf8_lossy(key)), words.as_bytes());
        }
    }
}

/// Words anywhere in an object: titles of chapters, remarks in the margin, names of fields.
fn strings(object: &Object, take: &mut dyn FnMut(&str, &[u8])) {
    match object {
        Object::String(..) => {
            if let Ok(words) = lopdf::decode_text_string(object) {
                take("", words.as_bytes());
            }
        }
        Object::Array(objects) => objects.iter().for_each(|object| strings(object, take)),
        Object::Dictionary(fields) => fields.iter().for_each(|(_, object)| strings(object, take)),
        Object::Stream(stream) => stream.dict.iter().for_each(|(_, object)| strings(object, take)),
        _ => {}
    }
}
