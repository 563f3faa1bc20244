package org.ivrea.flow.migration;

import java.util.List;
import org.ivrea.flow.json.Json;

/// All steps that lead to the newest version of one kind of document.
///
/// @param oldest the version that the first step takes
/// @param steps  the first leads from `oldest` to `oldest + 1`, and so on
public record Migrations(int oldest, List<Migration> steps) {

    /// The steps for flow files.
    public static final Migrations FLOW = new Migrations(0, List.of(new FlowFrom0To1()));

    /// The steps for `project.json`; version 1 is its first.
    public static final Migrations PROJECT = new Migrations(1, List.of());

    public Migrations {
        steps = List.copyOf(steps);
    }

    /// The version that all steps lead to.
    public int newest() {
        return oldest + steps.size();
    }

    /// The document in the newest version.
    ///
    /// @param version the version it is in, from [#oldest] to [#newest()]
    public Json.Obj toNewest(Json.Obj document, int version) {
        Json.Obj current = document;
        for (int step = version; step < newest(); step++) {
            current = steps.get(step - oldest).apply(current).with("formatVersion", Json.of(step + 1));
        }
        return current;
    }
}
