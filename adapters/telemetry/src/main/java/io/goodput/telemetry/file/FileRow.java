package io.goodput.telemetry.file;

import io.goodput.telemetry.frame.FrameBuffer;
import io.goodput.telemetry.frame.FrameHead;
import io.goodput.telemetry.frame.TraceIndex;
import io.goodput.telemetry.record.RecordOrigin;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of a writer, one after the other: a new one when the last is large enough, or old enough, or gone, or when
 * writing it failed; and the oldest of the service deleted, so that there is room for a whole new one below the cap.
 */
final class FileRow {
    private final Folder folder;
    private final WriterSettings settings;
    private final FileNames names;
    private final FileName any;
    private final TraceIndex index = new TraceIndex();
    private @Nullable RecordFile current;

    FileRow(Folder folder, RecordOrigin origin, WriterSettings settings) {
        this.folder = folder;
        this.settings = settings;
        String ending = settings.format().ending() + ".zst" + (settings.key() == null ? "" : FileName.SEALED);
        this.names = new FileNames(origin, ending);
        this.any = FileName.of(origin.service(), origin.instance(), 0, 0, ending);
    }

    /** The file that is being written; null if there is none. */
    @Nullable FileName current() {
        return current == null ? null : current.name();
    }

    /**
     * Appends a frame. If that fails it is tried in a new file, once.
     *
     * @param now as the ticker reads
     * @param epochMillis as the clock on the wall does
     */
    void append(FrameBuffer frame, FrameTraces traces, long now, long epochMillis) throws IOException {
        RecordFile file = fileFor(now, epochMillis);
        try {
            file.append(frame.encode(file.sealer()), traces);
        } catch (IOException | RuntimeException _) {
            abandon(file);
            RecordFile next = fileFor(now, epochMillis);
            try {
                next.append(frame.encode(next.sealer()), traces);
            } catch (IOException | RuntimeException e) {
                abandon(next);
                throw e;
            }
        }
    }

    /** Ends a file that is old enough, and syncs one that is not, if the settings say so. */
    void tick(long now) throws IOException {
        if (current != null && isDue(current, now)) {
            finish();
        } else if (current != null && settings.fsync()) {
            try {
                current.sync();
            } catch (IOException e) {
                // What a failed sync left on the disk nobody knows: nothing is added to it.
                abandon(current);
                throw e;
            }
        }
    }

    /** Ends the file that is being written. */
    void finish() throws IOException {
        RecordFile ended = current;
        current = null;
        if (ended != null) {
            ended.finish(settings.fsync());
        }
    }

    private RecordFile fileFor(long now, long epochMillis) throws IOException {
        if (current != null && !current.isThere()) {
            abandon(current);
        }
        if (current != null && isDue(current, now)) {
            finish();
        }
        if (current == null) {
            current = open(now, epochMillis);
        }
        return current;
    }

    private boolean isDue(RecordFile file, long now) {
        return file.bytes() + FrameHead.BYTES + FrameHead.MOST_STORED > settings.fileBytes()
                || now - file.since() >= settings.fileTime().toNanos()
                || file.isFull();
    }

    private RecordFile open(long now, long epochMillis) throws IOException {
        List<Folder.Entry> there = folder.list().stream()
                .filter(each -> each.name().service().equals(any.service()))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
        names.heed(there.stream().map(Folder.Entry::name).toList());
        makeRoom(there);
        FileName name = names.next(epochMillis);
        return new RecordFile(name, folder.create(name), index, settings.key(), now);
    }

    private void makeRoom(List<Folder.Entry> oldestFirst) throws IOException {
        long all = settings.fileBytes()
                + oldestFirst.stream().mapToLong(Folder.Entry::bytes).sum();
        for (Folder.Entry oldest : oldestFirst) {
            if (all <= settings.folderBytes()) {
                return;
            }
            if (folder.delete(oldest.name())) {
                all -= oldest.bytes();
            }
        }
    }

    private void abandon(RecordFile file) {
        current = null;
        file.abandon();
        if (file.bytes() == 0) {
            try {
                folder.delete(file.name());
            } catch (IOException | RuntimeException _) {
                // An empty file says nothing wrong.
            }
        }
    }
}
