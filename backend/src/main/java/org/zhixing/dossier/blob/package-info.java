/** Where the bytes of files lie: on the file system or in an S3-compatible store. */
@NullMarked
package org.zhixing.dossier.blob;

import org.jspecify.annotations.NullMarked;
