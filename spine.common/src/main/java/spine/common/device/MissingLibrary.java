package spine.common.device;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the messages of the dynamic linker of Linux. */
public final class MissingLibrary {
    private static final Pattern MESSAGE = Pattern.compile("(lib\\w+\\.so[.\\d]*): cannot open shared object file");

    private MissingLibrary() {
    }

    /** The name of the library that could not be found, such as {@code libcudnn.so.8}; empty where the message says something else. */
    public static Optional<String> in(String message) {
        Matcher matcher = MESSAGE.matcher(message);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
