package org.ivrea.deploy.remote;

/// A package on a server.
///
/// @param sha256     names it
/// @param name       of its project
/// @param signer     the comment of the key that signed it
/// @param uploadedAt as the server's clock had it
/// @param size       in bytes
/// @param active     true when new calls run it
public record PackageInfo(String sha256, String name, String version, String signer, String uploadedAt, String by,
        long size, boolean active) {}
