package org.ivrea.engine.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonWriter;

/// Writes the JSON Schema (draft 2020-12) of flow files, for editors and other programs. Node types and fields that it
/// does not know are valid: files keep them.
public final class SchemaWriter {
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
    private static final Json NAME = pattern("^[a-z0-9][a-z0-9-]{0,63}$");
    private static final List<String> VARIABLE_TYPES = List.of("int", "number", "bool", "string", "list", "map", "any",
            "time");

    private SchemaWriter() {}

    /// The schema, as the text of a file.
    public static String schema(NodeRegistry registry) {
        SequencedMap<String, Json> schema = new LinkedHashMap<>();
        schema.put("$schema", Json.of(DRAFT));
        schema.put("$id", Json.of("urn:ivrea:flow:" + FlowDocument.FORMAT_VERSION));
        schema.put("title", Json.of("Ivrea flow"));
        schema.put("type", Json.of("object"));
        schema.put("required", Json.arr(Json.of("formatVersion"), Json.of("name")));
        schema.put("properties", document());
        schema.put("$defs", definitions(registry));
        return JsonWriter.canonical(Json.obj(schema));
    }

    private static Json document() {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("formatVersion", Json.obj("const", Json.of(FlowDocument.FORMAT_VERSION)));
        members.put("name", described("string", "Free text."));
        members.put("description", described("string", "Free text."));
        members.put("start", described("string", "The id of the node at which a call begins."));
        for (String variables : List.of("inputs", "outputs", "variables")) {
            members.put(variables, Json.obj("type", Json.of("object"), "propertyNames",
                    pattern("^[A-Za-z_][A-Za-z0-9_]{0,63}$"), "additionalProperties", reference("variable")));
        }
        members.put("exits", Json.obj("type", Json.of("array"), "items", Json.obj("type", Json.of("string"))));
        members.put("nodes", Json.obj("type", Json.of("object"), "propertyNames", NAME, "additionalProperties",
                reference("node")));
        members.put("handlers", Json.obj("type", Json.of("object"), "properties",
                Json.obj("hangup", Json.obj("type", Json.of("string")), "error", Json.obj("type", Json.of("string")))));
        members.put("layout", Json.obj("type", Json.of("object"), "additionalProperties",
                Json.obj("type", Json.of("array"), "items", Json.obj("type", Json.of("integer")))));
        return Json.obj(members);
    }

    private static Json definitions(NodeRegistry registry) {
        SequencedMap<String, Json> definitions = new LinkedHashMap<>();
        definitions.put("variable", Json.obj("type", Json.of("object"), "required", Json.arr(Json.of("type")),
                "properties", variable()));
        definitions.put("node", node(registry));
        definitions.put("prompt", KindSchema.prompt());
        definitions.put("text", KindSchema.text());
        for (NodeSpec spec : registry.specs()) {
            SequencedMap<String, Json> type = new LinkedHashMap<>();
            type.put("title", Json.of(spec.label()));
            type.put("description", Json.of(spec.info().help()));
            KindSchema.addMembers(type, spec.record());
            definitions.put(definition(spec), Json.obj(type));
        }
        return Json.obj(definitions);
    }

    private static Json variable() {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("type", Json.obj("enum", Json.arr(VARIABLE_TYPES.stream().map(Json::of).toList())));
        members.put("initial", Json.obj("description", Json.of("The value before anything is assigned.")));
        members.put("secret", Json.obj("type", Json.of("boolean")));
        members.put("description", Json.obj("type", Json.of("string")));
        return Json.obj(members);
    }

    private static Json node(NodeRegistry registry) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("type", described("string", "The node type. One that is not listed here is kept, but cannot run."));
        members.put("label", described("string", "Free text on the box."));
        members.put("note", described("string", "The author's remark."));
        members.put("disabled", described("boolean", "True when calls pass the node by."));
        members.put("exits", Json.obj("type", Json.of("object"), "description",
                Json.of("Where each exit leads: name to node id; null for an exit that is not wired."),
                "additionalProperties",
                Json.obj("type", Json.arr(Json.of("string"), Json.of("null")))));
        SequencedMap<String, Json> node = new LinkedHashMap<>();
        node.put("type", Json.of("object"));
        node.put("required", Json.arr(Json.of("type")));
        node.put("properties", Json.obj(members));
        node.put("allOf", Json.arr(registry.specs().stream().map(SchemaWriter::ofType).toList()));
        return Json.obj(node);
    }

    private static Json ofType(NodeSpec spec) {
        Json isType = Json.obj("properties", Json.obj("type", Json.obj("const", Json.of(spec.name()))), "required",
                Json.arr(Json.of("type")));
        return Json.obj("if", isType, "then", reference(definition(spec)));
    }

    private static String definition(NodeSpec spec) {
        return "node-" + spec.name();
    }

    static Json reference(String definition) {
        return Json.obj("$ref", Json.of("#/$defs/" + definition));
    }

    static Json pattern(String pattern) {
        return Json.obj(Map.of("pattern", Json.of(pattern)));
    }

    private static Json described(String type, String description) {
        return Json.obj("type", Json.of(type), "description", Json.of(description));
    }
}
