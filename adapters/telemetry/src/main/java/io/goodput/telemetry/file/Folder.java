package io.goodput.telemetry.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Where files of records are: what the writer asks of a file system. Any of it may fail, or not return. */
interface Folder {
    /** The files in it whose names are a writer's, in any order; none if it is not there. */
    List<Entry> list() throws IOException;

    /** A new file, empty, for its owner only; the folder is made if it is not there. */
    OpenFile create(FileName name) throws IOException;

    /** Deletes a file, unless somebody is writing it; answers whether it is gone. */
    boolean delete(FileName name) throws IOException;

    /** The room on its disk. */
    Space space() throws IOException;

    /** A file that is there. */
    record Entry(FileName name, long bytes) {}

    /** Free and all bytes of a disk; 0 of 0 where nobody knows. */
    record Space(long free, long total) {
        double share() {
            return total <= 0 ? 1 : (double) free / total;
        }
    }

    /** A file that is being written. */
    interface OpenFile {
        /** Writes all of the buffer at the end. */
        void write(ByteBuffer bytes) throws IOException;

        /** Cuts off what was written behind this length. */
        void truncate(long length) throws IOException;

        /** Puts what was written on the disk. */
        void sync() throws IOException;

        /** Whether it is still where it was made. */
        boolean isThere();

        void close() throws IOException;
    }
}
