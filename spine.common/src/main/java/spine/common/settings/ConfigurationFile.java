package spine.common.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import spine.common.file.BoundedFile;
import spine.common.file.FileFailure;
import spine.common.file.FileTooLargeException;

/**
 * One file of settings: {@code PID.cfg}, or {@code PID~NAME.cfg} for one of several of the same kind.
 *
 * @param path ends in {@code .cfg}
 */
public record ConfigurationFile(Path path) {
    /** What the name of such a file ends in. */
    public static final String SUFFIX = ".cfg";
    private static final char FACTORY = '~';
    /** A thousand times what the longest list of settings takes. */
    private static final int LONGEST = 1 << 20;

    /** Name of the file, which is how a person knows it. */
    public String name() {
        return path.getFileName().toString();
    }

    /** What is configured; of a factory, the factory. */
    public String pid() {
        String stem = stem();
        return isFactory() ? stem.substring(0, stem.indexOf(FACTORY)) : stem;
    }

    public boolean isFactory() {
        return stem().indexOf(FACTORY) > 0;
    }

    /** Tells the configurations of a factory apart. */
    public String instance() {
        return stem().substring(stem().indexOf(FACTORY) + 1);
    }

    private String stem() {
        return name().substring(0, name().length() - SUFFIX.length());
    }

    /** @return key to value, both trimmed @throws IOException if the file cannot be read or is no list of settings */
    public Map<String, String> read() throws IOException {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text(BoundedFile.regular(path, LONGEST))));
        } catch (FileTooLargeException e) {
            throw new IOException("it has more than " + LONGEST + " bytes", e);
        } catch (FileSystemException e) {
            throw new IOException(e.getReason() == null ? FileFailure.reason(e) : e.getReason(), e);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        Map<String, String> settings = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> settings.put(key.trim(), properties.getProperty(key).trim()));
        return settings;
    }

    private static String text(byte[] bytes) throws IOException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new IOException("it is no text in UTF-8", e);
        }
    }
}
