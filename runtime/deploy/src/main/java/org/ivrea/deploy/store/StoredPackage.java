package org.ivrea.deploy.store;

import java.time.Instant;
import java.util.List;

/// A verified package in the store.
///
/// @param sequence   the number under which the store took it; a later one has a greater number, whatever the clock says
/// @param sha256     of the whole file
/// @param name       of the project
/// @param version    the author's
/// @param signer     the comment of the key that signed it, or the key's id if it has none
/// @param signerId   the id of that key
/// @param uploadedAt for people: the clock may have been wrong
/// @param by         who gave it to the store
/// @param size       in bytes
/// @param modules    the modules of the switch that it needs
public record StoredPackage(int sequence, String sha256, String name, String version, String signer, String signerId,
        Instant uploadedAt, String by, long size, List<String> modules) {
    public StoredPackage {
        modules = List.copyOf(modules);
    }
}
