/// The export: a project to servers, page by page.
@NullMarked
package org.ivrea.designer.servers.export;

import org.jspecify.annotations.NullMarked;
