package spine.deploy.internal.watch;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * By what a changed file is told from an unchanged one without reading it.
 *
 * @param key of the file itself, whatever its name is; null where the file system has none
 */
record FileStamp(long size, FileTime modified, Object key) {

    static FileStamp of(BasicFileAttributes file) {
        return new FileStamp(file.size(), file.lastModifiedTime(), file.fileKey());
    }
}
