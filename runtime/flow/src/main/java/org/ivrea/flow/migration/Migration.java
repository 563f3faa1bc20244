package org.ivrea.flow.migration;

import org.ivrea.flow.json.Json;

/// One step from a format version to the next. It is pure, and takes any object: what it does not understand it
/// leaves alone, so that the reader of the newest version can say what is wrong with it.
@FunctionalInterface
public interface Migration {
    /// The document one version on; `formatVersion` is set by [Migrations].
    Json.Obj apply(Json.Obj document);
}
