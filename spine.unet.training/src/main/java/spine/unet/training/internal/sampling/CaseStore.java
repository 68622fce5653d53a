package spine.unet.training.internal.sampling;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import spine.api.UnusableInputException;
import spine.api.training.AnnotatedStack;
import spine.api.training.TrainingCases;
import spine.common.file.AtomicFile;
import spine.unet.preprocessing.InputRecipe;
import spine.unet.preprocessing.PreparedStack;

/**
 * Preprocessed patients as files, one each, mapped into memory: a resumed training need not prepare them again, and they need no heap.
 * A file is the number of stacks; per stack slices, rows and columns (int each), then per stack the pixels of its planes (short) and
 * the labels of its slices (byte); little-endian.
 */
public final class CaseStore {
    private final Path folder;
    private final InputRecipe recipe;
    private final List<String> classes;

    /**
     * @param folder of the files, made when needed
     * @param recipe of the preprocessing
     * @param classes of the truth, background first
     */
    public CaseStore(Path folder, InputRecipe recipe, List<String> classes) {
        this.folder = folder;
        this.recipe = recipe;
        this.classes = classes;
    }

    /**
     * The stacks of one patient, prepared now or in an earlier run.
     *
     * @param patient index in the cases
     * @param role of the model that is trained
     * @throws UnusableInputException if the truth has other classes
     */
    public List<StoredStack> patient(TrainingCases cases, int patient, String role) throws UnusableInputException, IOException {
        Path file = folder.resolve("case-%05d.bin".formatted(patient));
        if (!Files.exists(file)) {
            write(file, cases.patient(patient, role));
        }
        return map(file);
    }

    private void write(Path file, List<AnnotatedStack> stacks) throws UnusableInputException, IOException {
        List<PreparedStack> prepared = new ArrayList<>();
        ByteBuffer head = little(4 + 12 * stacks.size()).putInt(stacks.size());
        for (AnnotatedStack stack : stacks) {
            if (!stack.truth().classes().equals(classes)) {
                throw new UnusableInputException("the truth of series " + stack.stack().seriesInstanceUid()
                        + " has the classes " + stack.truth().classes() + " instead of " + classes + ".");
            }
            PreparedStack one = recipe.prepare(stack.stack());
            prepared.add(one);
            head.putInt(one.slices()).putInt(one.rows()).putInt(one.columns());
        }
        Files.createDirectories(folder);
        AtomicFile.replace(file, part -> {
            try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                writeFully(out, head.flip());
                for (int i = 0; i < prepared.size(); i++) {
                    writePixels(out, prepared.get(i));
                    for (byte[] plane : recipe.prepareTruth(stacks.get(i).stack(), stacks.get(i).truth())) {
                        writeFully(out, ByteBuffer.wrap(plane));
                    }
                }
            }
        });
    }

    private static void writePixels(FileChannel out, PreparedStack stack) throws IOException {
        for (float[] plane : stack.planes()) {
            ByteBuffer bytes = little(2 * plane.length);
            for (float value : plane) {
                bytes.putShort((short) Math.min(Short.MAX_VALUE, Math.round(value * StoredStack.SCALE)));
            }
            writeFully(out, bytes.flip());
        }
    }

    private static void writeFully(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private List<StoredStack> map(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            MappedByteBuffer all = in.map(FileChannel.MapMode.READ_ONLY, 0, in.size());
            all.order(ByteOrder.LITTLE_ENDIAN);
            int stacks = all.getInt(0);
            int at = 4 + 12 * stacks;
            List<StoredStack> stored = new ArrayList<>();
            for (int i = 0; i < stacks; i++) {
                int slices = all.getInt(4 + 12 * i);
                int rows = all.getInt(8 + 12 * i);
                int columns = all.getInt(12 + 12 * i);
                int pixels = slices * rows * columns;
                int prepared = recipe.channels().planes(slices) * rows * columns;
                ByteBuffer image = all.slice(at, 2 * prepared).order(ByteOrder.LITTLE_ENDIAN);
                stored.add(new StoredStack(slices, rows, columns, image.asShortBuffer(), all.slice(at + 2 * prepared, pixels),
                        classes.size()));
                at += 2 * prepared + pixels;
            }
            return stored;
        }
    }
}
