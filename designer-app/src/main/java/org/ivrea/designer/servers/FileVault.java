package org.ivrea.designer.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ivrea.deploy.remote.RemoteFailure;
import org.ivrea.deploy.remote.SecretFile;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.flow.json.JsonWriter;

/// Tokens in a file that only the person may read. When others can, it is not used.
public final class FileVault implements TokenVault {
    private static final String FILE = "tokens";

    private final Path file;

    /// @param folder need not exist
    public FileVault(Path folder) {
        this.file = folder.resolve(FILE);
    }

    @Override
    public synchronized String token(String server) throws RemoteFailure {
        if (read().get(server) instanceof Json.Str(String token)) {
            return token;
        }
        throw new RemoteFailure(RemoteFailure.Kind.TOKEN, "There is no token for this server; edit it and type one");
    }

    private Json.Obj read() throws RemoteFailure {
        if (!Files.exists(file)) {
            return Json.obj();
        }
        byte[] text = SecretFile.read(file).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return JsonReader.read(text, JsonLimits.DEFAULT).value() instanceof Json.Obj object ? object : Json.obj();
    }

    @Override
    public synchronized void put(String server, String name, String token) throws IOException {
        change(tokens -> tokens.with(server, Json.of(token)));
    }

    @Override
    public synchronized void remove(String server) throws IOException {
        change(tokens -> tokens.without(server));
    }

    private void change(java.util.function.UnaryOperator<Json.Obj> change) throws IOException {
        try {
            Json.Obj before = read();
            Json.Obj after = change.apply(before);
            if (after != before) {
                OwnFile.write(file, JsonWriter.canonical(after));
            }
        } catch (RemoteFailure e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
