/// Servers as those who deploy to them see them: what they run, and how to give them something else.
@NullMarked
package org.ivrea.deploy.remote;

import org.jspecify.annotations.NullMarked;
