package org.ivrea.flow.codec;

import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonWriter;
import org.ivrea.flow.migration.Migrations;

/// Reads and writes flow files. Threads may share one.
public final class FlowCodec {
    private final NodeShapes shapes;
    private final JsonLimits limits;

    public FlowCodec(NodeShapes shapes, JsonLimits limits) {
        this.shapes = shapes;
        this.limits = limits;
    }

    /// The flow that the bytes of a file say, older formats included. Never throws, whatever the bytes are. There is
    /// no value when saving it would lose something that the file says.
    ///
    /// @param file the file's name for the problems
    public Loaded<FlowDocument> read(byte[] bytes, String file) {
        var reading = new DocumentReading(file, Migrations.FLOW, limits);
        Json.Obj object = reading.newest(bytes);
        if (object == null) {
            return reading.failed();
        }
        FlowDocument flow = new FlowDecoder(reading::report).decode(object);
        if (reading.hasErrors()) {
            return reading.failed();
        }
        FlowCheck.check(flow, shapes, reading::report);
        return reading.loaded(flow);
    }

    /// The canonical file.
    public byte[] write(FlowDocument flow) {
        return JsonWriter.canonicalBytes(new FlowEncoder(shapes).encode(flow));
    }

    public NodeShapes shapes() {
        return shapes;
    }

    public JsonLimits limits() {
        return limits;
    }
}
