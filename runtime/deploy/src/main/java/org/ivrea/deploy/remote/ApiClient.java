package org.ivrea.deploy.remote;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.ivrea.deploy.remote.RemoteFailure.Kind;
import org.ivrea.deploy.remote.Target.ServerTarget;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.pack.PackageLimits;
import org.ivrea.flow.pack.PackageManifest;
import org.ivrea.flow.project.IoReason;
import org.jspecify.annotations.Nullable;

/// A server, by its admin interface.
public final class ApiClient implements TargetClient {
    private static final String PACKAGES = "/packages/";

    private final ServerTarget target;
    private final ApiLink link;

    public ApiClient(ServerTarget target) {
        this(target, ApiLink.Patience.USUAL);
    }

    ApiClient(ServerTarget target, ApiLink.Patience patience) {
        this.target = target;
        this.link = new ApiLink(target, patience);
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public ServerInfo server() throws RemoteFailure, InterruptedException {
        ServerInfo info = ApiJson.server(link.ask(get("/server")));
        if (info.apiVersion() > ServerInfo.API_VERSION) {
            throw new RemoteFailure(Kind.INCOMPATIBLE, "The server runs Ivrea " + info.version()
                    + ", which is too new for this one; update Ivrea on this machine");
        }
        if (!info.packageFormats().contains(PackageManifest.FORMAT_VERSION)
                || info.flowFormat() < FlowDocument.FORMAT_VERSION || info.apiVersion() < 1) {
            throw new RemoteFailure(Kind.INCOMPATIBLE, "The server runs Ivrea " + info.version()
                    + ", which is too old for what this one makes; update the server");
        }
        return info;
    }

    @Override
    public Inventory inventory() throws RemoteFailure, InterruptedException {
        return ApiJson.inventory(link.ask(get("/projects")));
    }

    @Override
    public boolean has(String sha256) throws RemoteFailure, InterruptedException {
        return link.status(link.request(PACKAGES + sha256).method("HEAD", BodyPublishers.noBody())) != 404;
    }

    @Override
    public PackageInfo upload(Path file, String sha256, LongConsumer progress)
            throws RemoteFailure, InterruptedException {
        var sent = new AtomicLong();
        try {
            var body = new UploadBody(file, bytes -> {
                sent.set(bytes);
                progress.accept(bytes);
            });
            HttpRequest.Builder request = link.request(PACKAGES + sha256)
                    .header("Content-Type", "application/octet-stream").PUT(body);
            return ApiJson.stored(link.upload(request, sent::get, body.contentLength()));
        } catch (IOException e) {
            throw new RemoteFailure(Kind.LOCAL, "The package " + file + " cannot be read: " + IoReason.of(e));
        }
    }

    @Override
    public void download(String sha256, Path file) throws RemoteFailure, InterruptedException {
        Path temporary = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            HttpResponse<Path> response = link.download(
                    link.request(PACKAGES + sha256).setHeader("Accept", "application/octet-stream").GET(),
                    BodyHandlers.limiting(BodyHandlers.ofFile(temporary), PackageLimits.DEFAULT.maxBytes()),
                    () -> sizeOf(temporary));
            if (response.statusCode() != 200) {
                throw new RemoteFailure(Kind.NOT_FOUND, target.name() + " does not hand out the package "
                        + sha256.substring(0, Math.min(12, sha256.length())) + " (HTTP " + response.statusCode() + ")");
            }
            if (!FileHash.of(temporary).equals(sha256)) {
                throw new RemoteFailure(Kind.REFUSED, "What " + target.name()
                        + " sent is not the package that was asked for; try again");
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new RemoteFailure(Kind.LOCAL, "The package cannot be written to " + file + ": " + IoReason.of(e));
        } finally {
            delete(temporary);
        }
    }

    @Override
    public Readiness check(String sha256) throws RemoteFailure, InterruptedException {
        return ApiJson.readiness(link.ask(get(PACKAGES + sha256 + "/check")));
    }

    @Override
    public Readiness check(Collection<ResourceName> names, Collection<String> modules)
            throws RemoteFailure, InterruptedException {
        List<Json> listed = names.stream()
                .<Json>map(name -> Json.obj("kind", Json.of(name.kind()), "name", Json.of(name.name()))).toList();
        return ApiJson.readiness(link.ask(post("/unbound", Json.obj("names", Json.arr(listed), "modules",
                Json.arr(modules.stream().map(Json::of).toList())))));
    }

    @Override
    public Activation activate(List<String> packages, @Nullable Long expectedGeneration, boolean allowOlder)
            throws RemoteFailure, InterruptedException {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("packages", Json.arr(packages.stream().map(Json::of).toList()));
        members.put("expectedGeneration", number(expectedGeneration));
        members.put("allowOlder", Json.of(allowOlder));
        return ApiJson.activation(link.ask(post("/activations", Json.obj(members))));
    }

    @Override
    public Activation rollback(String project, @Nullable String to, @Nullable Long expectedGeneration)
            throws RemoteFailure, InterruptedException {
        return ApiJson.activation(link.ask(post("/projects/" + encoded(project) + "/rollback",
                Json.obj("to", to == null ? Json.NULL : Json.of(to), "expectedGeneration",
                        number(expectedGeneration)))));
    }

    @Override
    public Activation deactivate(String project, @Nullable Long expectedGeneration)
            throws RemoteFailure, InterruptedException {
        return ApiJson.activation(link.ask(post("/projects/" + encoded(project) + "/deactivate",
                Json.obj("expectedGeneration", number(expectedGeneration)))));
    }

    @Override
    public List<HistoryEntry> history(String project) throws RemoteFailure, InterruptedException {
        return ApiJson.history(link.ask(get("/projects/" + encoded(project) + "/history")));
    }

    @Override
    public List<LiveCall> calls() throws RemoteFailure, InterruptedException {
        return ApiJson.calls(link.ask(get("/calls")));
    }

    @Override
    public void close() {
        link.close();
    }

    private HttpRequest.Builder get(String path) throws RemoteFailure {
        return link.request(path).GET();
    }

    private HttpRequest.Builder post(String path, Json content) throws RemoteFailure {
        return link.request(path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(content.toString(), StandardCharsets.UTF_8));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Json number(@Nullable Long value) {
        return value == null ? Json.NULL : Json.of(value);
    }

    private static long sizeOf(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException _) {
            return 0;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            file.toFile().deleteOnExit();
        }
    }
}
