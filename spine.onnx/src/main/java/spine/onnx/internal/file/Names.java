package spine.onnx.internal.file;

import java.io.IOException;

/** Names in a file, which stand in messages. */
final class Names {
    private static final int LONGEST = 500;

    private Names() {
    }

    static String checked(String name) throws IOException {
        if (name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw new IOException("the ONNX file has a name of more than " + LONGEST + " characters, or with control characters");
        }
        return name;
    }
}
