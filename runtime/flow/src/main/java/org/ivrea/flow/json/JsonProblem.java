package org.ivrea.flow.json;

/// Something wrong with a JSON text.
///
/// @param code    what kind of fault it is, for programs; see the constants
/// @param warning true when the text can be used nevertheless
/// @param pointer the value at fault, or the innermost one around the fault
/// @param message what is wrong and what to do, for people
public record JsonProblem(String code, boolean warning, JsonPointer pointer, Position position, String message) {

    /// The text is no JSON.
    public static final String SYNTAX = "json-syntax";
    /// The text is not UTF-8, or a string holds half of a character.
    public static final String ENCODING = "json-encoding";
    /// A byte order mark before the text: tolerated, gone after the next save.
    public static final String BYTE_ORDER_MARK = "json-bom";
    /// One object has two members of the same name.
    public static final String DUPLICATE = "json-duplicate";
    /// One of [JsonLimits] is exceeded.
    public static final String LIMIT = "json-limit";
}
