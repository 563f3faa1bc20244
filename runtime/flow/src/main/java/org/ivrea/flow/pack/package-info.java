/// Packages: a project in one signed file, as it goes to servers. docs/package-format.md describes the file.
@NullMarked
package org.ivrea.flow.pack;

import org.jspecify.annotations.NullMarked;
