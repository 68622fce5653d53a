package spine.report.internal.archive;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import spine.api.UnusableInputException;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.common.file.LimitedInput;

/** The file {@code result.json.gz}: the records of a result as JSON, numbers in full. Safe for use by many threads. */
public final class ArchiveFile {
    private static final String NAME = "result.json.gz";
    /** Inflated bytes: a hundred times what a study of two stations takes. */
    private static final long LONGEST = 64 << 20;

    private final ObjectMapper json = JsonMapper.builder()
            .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .addModule(new SimpleModule().addSerializer(byte[].class, new MaskRuns.Writer())
                    .addDeserializer(byte[].class, new MaskRuns.Reader()).addSerializer(new UnorderedAsSorted()))
            .addMixIn(Score.class, UnorderedAsSorted.OfScore.class)
            .build();

    /** Writes it. @return the file */
    public Path write(ScoringResult result, Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        try (OutputStream out = new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            json.writeValue(out, SavedResult.of(result));
        }
        return file;
    }

    SavedResult read(Path folder) throws UnusableInputException, IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new UnusableInputException(folder + " has no " + NAME + ", without which its result cannot be scored again:"
                    + " score the study anew, with json among the formats.");
        }
        try (InputStream in = new LimitedInput(new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file))), LONGEST,
                () -> new ZipException("more inflated data than " + LONGEST + " bytes"))) {
            SavedResult result = json.readValue(in, SavedResult.class);
            if (result == null || !SavedResult.SCHEMA.equals(result.schema())) {
                throw new UnusableInputException(file + " was written by another version of spine: score the study anew.");
            }
            return result;
        } catch (JsonProcessingException | ZipException | EOFException e) {
            throw damaged(folder, e);
        }
    }

    static UnusableInputException damaged(Path folder, Exception cause) {
        return new UnusableInputException(folder.resolve(NAME)
                + " is damaged, or was written by another version of spine: score the study anew.", cause);
    }
}
