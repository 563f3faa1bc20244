/// The admin interface: HTTP and JSON.
@NullMarked
package org.ivrea.server.admin;

import org.jspecify.annotations.NullMarked;
