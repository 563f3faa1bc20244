package org.ivrea.flow.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// A variable, input or output of a flow.
///
/// @param type        one of [#TYPES] in a valid flow
/// @param initial     the value before anything is assigned; for an input, the value when the caller gives none
/// @param secret      true when the value must not appear in any trace, log or report
/// @param extra       members that this version does not know
public record VariableDeclaration(String type, @Nullable Json initial, boolean secret, @Nullable String description,
        SequencedMap<String, Json> extra) {

    /// The names of all variable types.
    public static final List<String> TYPES = List.of("int", "number", "bool", "string", "list", "map", "any", "time");

    /// The names of the members that have a component.
    public static final Set<String> KNOWN = Set.of("type", "initial", "secret", "description");

    public VariableDeclaration {
        extra = Members.copyOfUnknown(extra, KNOWN);
    }

    public VariableDeclaration(String type, @Nullable Json initial, boolean secret, @Nullable String description) {
        this(type, initial, secret, description, new LinkedHashMap<>());
    }

    /// A variable that is not secret and has neither initial value nor description.
    public static VariableDeclaration of(String type) {
        return new VariableDeclaration(type, null, false, null);
    }

    public VariableDeclaration withType(String newType) {
        return new VariableDeclaration(newType, initial, secret, description, extra);
    }

    public VariableDeclaration withInitial(@Nullable Json newInitial) {
        return new VariableDeclaration(type, newInitial, secret, description, extra);
    }

    public VariableDeclaration withSecret(boolean newSecret) {
        return new VariableDeclaration(type, initial, newSecret, description, extra);
    }

    public VariableDeclaration withDescription(@Nullable String newDescription) {
        return new VariableDeclaration(type, initial, secret, newDescription, extra);
    }
}
