package org.ivrea.designer.inspector.form;

/// Something that may be put in while typing.
///
/// @param text   what is put in
/// @param detail beside it: a type, where it comes from
/// @param help   one sentence, or empty
public record Suggestion(String text, String detail, String help) {
    public static Suggestion of(String text, String detail) {
        return new Suggestion(text, detail, "");
    }
}
