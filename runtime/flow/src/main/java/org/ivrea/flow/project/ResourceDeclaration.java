package org.ivrea.flow.project;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// A resource as the project declares it; what it is bound to is the business of each server.
///
/// @param extra members that this version does not know
public record ResourceDeclaration(@Nullable String description, SequencedMap<String, Json> extra) {
    public ResourceDeclaration {
        extra = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(extra));
    }

    public ResourceDeclaration(@Nullable String description) {
        this(description, new LinkedHashMap<>());
    }
}
