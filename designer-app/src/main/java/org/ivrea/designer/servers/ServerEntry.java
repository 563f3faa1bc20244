package org.ivrea.designer.servers;

import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import org.ivrea.deploy.remote.Fingerprint;
import org.jspecify.annotations.Nullable;

/// A server that the person added. Its token is kept apart.
///
/// @param id          under which its token is kept; stays when all else changes
/// @param url         `null` for a folder
/// @param fingerprint of the certificate that the person trusts; `null` to leave that to authorities
/// @param authority   file of the authority that must vouch for the server; `null` for those that the system trusts
/// @param folder      of the server's store; `null` for a server with an address
/// @param trustedKeys for a folder: the keys whose packages it takes; `null` for those of this person
public record ServerEntry(String id, String name, @Nullable URI url, @Nullable Fingerprint fingerprint,
        @Nullable Path authority, @Nullable Path folder, @Nullable Path trustedKeys) {
    public ServerEntry {
        if ((url == null) == (folder == null)) {
            throw new IllegalArgumentException("a server has an address or a folder");
        }
    }

    public static ServerEntry at(String name, URI url, @Nullable Fingerprint fingerprint) {
        return new ServerEntry(UUID.randomUUID().toString(), name, url, fingerprint, null, null, null);
    }

    public static ServerEntry in(String name, Path folder) {
        return new ServerEntry(UUID.randomUUID().toString(), name, null, null, null, folder, null);
    }

    public boolean isFolder() {
        return folder != null;
    }

    /// For people.
    public String address() {
        return String.valueOf(url == null ? folder : url);
    }

    ServerEntry withId(String newId) {
        return new ServerEntry(newId, name, url, fingerprint, authority, folder, trustedKeys);
    }

    ServerEntry withFingerprint(@Nullable Fingerprint newFingerprint) {
        return new ServerEntry(id, name, url, newFingerprint, authority, folder, trustedKeys);
    }

    ServerEntry withAuthority(@Nullable Path newAuthority) {
        return new ServerEntry(id, name, url, fingerprint, newAuthority, folder, trustedKeys);
    }
}
