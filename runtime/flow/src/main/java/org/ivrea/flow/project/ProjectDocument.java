package org.ivrea.flow.project;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// What `project.json` says.
///
/// @param name      free text
/// @param main      the name of the flow that answers calls; `null` when none is chosen
/// @param languages tags such as `en` or `pt-BR`, the default language first; never empty
/// @param timeZone  an IANA name such as `Europe/Berlin`, in which dates and times are said; `null` for the server's
/// @param resources by kind (see [ResourceKind]) and name
/// @param extra     members that this version does not know
public record ProjectDocument(String name, @Nullable String description, @Nullable String main,
        List<String> languages, @Nullable String timeZone,
        SortedMap<String, SortedMap<String, ResourceDeclaration>> resources,
        SequencedMap<String, Json> extra) {

    /// The version of the format that this release reads and writes.
    public static final int FORMAT_VERSION = 1;

    /// The language of a project that names none.
    public static final String DEFAULT_LANGUAGE = "en";

    /// The names of the members that have a component, in canonical order.
    public static final List<String> KNOWN = List.of("formatVersion", "name", "description", "main", "languages",
            "timeZone", "resources");

    public ProjectDocument {
        languages = languages.isEmpty() ? List.of(DEFAULT_LANGUAGE) : List.copyOf(languages);
        resources = copyOf(resources);
        extra = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(extra));
    }

    /// A project without resources, in English.
    public static ProjectDocument empty(String name) {
        return new ProjectDocument(name, null, null, List.of(), null, new TreeMap<>(), new LinkedHashMap<>());
    }

    private static SortedMap<String, SortedMap<String, ResourceDeclaration>> copyOf(
            Map<String, ? extends Map<String, ResourceDeclaration>> resources) {
        SortedMap<String, SortedMap<String, ResourceDeclaration>> copy = new TreeMap<>();
        resources.forEach((kind, byName) -> copy.put(kind, Collections.unmodifiableSortedMap(new TreeMap<>(byName))));
        return Collections.unmodifiableSortedMap(copy);
    }

    public String defaultLanguage() {
        return languages.getFirst();
    }

    /// The declared resources of a kind, by name.
    public SortedMap<String, ResourceDeclaration> resources(ResourceKind kind) {
        SortedMap<String, ResourceDeclaration> byName = resources.get(kind.key());
        return byName == null ? Collections.emptySortedMap() : byName;
    }

    public ProjectDocument withName(String newName) {
        return new ProjectDocument(newName, description, main, languages, timeZone, resources, extra);
    }

    public ProjectDocument withDescription(@Nullable String newDescription) {
        return new ProjectDocument(name, newDescription, main, languages, timeZone, resources, extra);
    }

    public ProjectDocument withMain(@Nullable String flow) {
        return new ProjectDocument(name, description, flow, languages, timeZone, resources, extra);
    }

    public ProjectDocument withLanguages(List<String> newLanguages) {
        return new ProjectDocument(name, description, main, newLanguages, timeZone, resources, extra);
    }

    public ProjectDocument withTimeZone(@Nullable String zone) {
        return new ProjectDocument(name, description, main, languages, zone, resources, extra);
    }

    /// The project with the resource declared.
    ///
    /// @param declaration `null` removes the resource
    public ProjectDocument withResource(ResourceKind kind, String resource,
            @Nullable ResourceDeclaration declaration) {
        SortedMap<String, ResourceDeclaration> byName = new TreeMap<>(resources(kind));
        if (declaration == null) {
            byName.remove(resource);
        } else {
            byName.put(resource, declaration);
        }
        var changed = new TreeMap<>(resources);
        changed.put(kind.key(), byName);
        return new ProjectDocument(name, description, main, languages, timeZone, changed, extra);
    }
}
