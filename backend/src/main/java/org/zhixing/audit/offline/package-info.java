/** The trail proven without the application: by a command beside a database or a restored dump of it. */
@NullMarked
package org.zhixing.audit.offline;

import org.jspecify.annotations.NullMarked;
