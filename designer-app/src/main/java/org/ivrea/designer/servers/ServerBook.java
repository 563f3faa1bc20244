package org.ivrea.designer.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ivrea.deploy.remote.Fingerprint;
import org.ivrea.deploy.remote.ServerAddress;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.flow.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/// The person's servers, in a file beside the settings.
public final class ServerBook {
    private static final String FILE = "servers.json";

    private final Path file;

    /// @param folder of the settings; need not exist
    public ServerBook(Path folder) {
        this.file = folder.resolve(FILE);
    }

    /// What cannot be read is left out; it is overwritten with the next change.
    public List<ServerEntry> read() throws IOException {
        List<ServerEntry> entries = new ArrayList<>();
        try {
            Json value = JsonReader.read(Files.readAllBytes(file), JsonLimits.DEFAULT).value();
            if (!(value instanceof Json.Obj object) || !(object.get("servers") instanceof Json.Arr(List<Json> items))) {
                throw new IOException(file + " is no list of servers; correct it, or remove it to begin anew");
            }
            for (Json item : items) {
                ServerEntry entry = item instanceof Json.Obj server ? entry(server) : null;
                if (entry != null) {
                    entries.add(entry);
                }
            }
        } catch (NoSuchFileException _) {
            return entries;
        }
        return entries;
    }

    private static @Nullable ServerEntry entry(Json.Obj server) {
        String id = text(server, "id");
        String name = text(server, "name");
        String url = text(server, "url");
        String fingerprint = text(server, "fingerprint");
        String authority = text(server, "authority");
        String folder = text(server, "folder");
        String keys = text(server, "trustedKeys");
        try {
            return id == null || name == null
                    ? null
                    : new ServerEntry(id, name, url == null ? null : ServerAddress.parse(url),
                            fingerprint == null ? null : new Fingerprint(fingerprint),
                            authority == null ? null : Path.of(authority),
                            folder == null ? null : Path.of(folder), keys == null ? null : Path.of(keys));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static @Nullable String text(Json.Obj server, String member) {
        Json value = server.get(member);
        return value == null ? null : value.asText();
    }

    void write(List<ServerEntry> entries) throws IOException {
        List<Json> servers = entries.stream().<Json>map(entry -> {
            Map<String, Json> members = new LinkedHashMap<>();
            members.put("id", Json.of(entry.id()));
            members.put("name", Json.of(entry.name()));
            put(members, "url", entry.url());
            put(members, "fingerprint", entry.fingerprint());
            put(members, "authority", entry.authority());
            put(members, "folder", entry.folder());
            put(members, "trustedKeys", entry.trustedKeys());
            return Json.obj(members);
        }).toList();
        OwnFile.write(file, JsonWriter.canonical(Json.obj("servers", Json.arr(servers))));
    }

    private static void put(Map<String, Json> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, Json.of(value.toString()));
        }
    }
}
