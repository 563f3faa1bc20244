package org.ivrea.flow.pack;

/// What a package may hold at most, so that a hostile one costs bounded time, memory and disk.
///
/// @param maxBytes      of the whole file
/// @param maxEntryBytes of one file in it
/// @param maxEntries    the most files
public record PackageLimits(long maxBytes, long maxEntryBytes, int maxEntries) {

    /// 1 GiB, 256 MiB, 20,000 files.
    public static final PackageLimits DEFAULT = new PackageLimits(1L << 30, 256L << 20, 20_000);

    /// The most that the zip format can say without its 64-bit extension, which packages do not use.
    private static final long FORMAT_BYTES = 0xFFFF_FFFEL;
    private static final int FORMAT_ENTRIES = 65_533;

    public PackageLimits {
        if (maxBytes < 1 || maxBytes > FORMAT_BYTES || maxEntryBytes < 1 || maxEntries < 1
                || maxEntries > FORMAT_ENTRIES) {
            throw new IllegalArgumentException("limits of packages are 1 to " + FORMAT_BYTES + " bytes and 1 to "
                    + FORMAT_ENTRIES + " files");
        }
    }
}
