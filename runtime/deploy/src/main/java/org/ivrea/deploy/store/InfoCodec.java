package org.ivrea.deploy.store;

import org.ivrea.deploy.store.Members.DamagedFile;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonWriter;

/// `info.json` of a package. Its sequence number stands in the name of its folder.
final class InfoCodec {
    private InfoCodec() {}

    static byte[] write(StoredPackage stored) {
        return JsonWriter.canonicalBytes(Json.obj("name", Json.of(stored.name()), "version", Json.of(stored.version()),
                "sha256", Json.of(stored.sha256()))
                .with("size", Json.of(stored.size()))
                .with("signer", Json.of(stored.signer()))
                .with("signerId", Json.of(stored.signerId()))
                .with("uploadedAt", Json.of(stored.uploadedAt().toString()))
                .with("by", Json.of(stored.by()))
                .with("modules", Json.arr(stored.modules().stream().map(Json::of).toList())));
    }

    static StoredPackage read(byte[] bytes, int sequence) throws DamagedFile {
        Members file = Members.of(bytes);
        return new StoredPackage(sequence, file.text("sha256"), file.text("name"), file.text("version"),
                file.text("signer"), file.text("signerId"), file.time("uploadedAt"), file.text("by"),
                file.number("size"), file.texts("modules"));
    }
}
