package com.example.nifti;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import spine.api.UnusableInputException;

/** UIDs for files that have none: made from their bytes, so that the same file is the same study wherever it lies. */
final class ContentUid {
    /** The root for UIDs made from 128 free bits (DICOM PS3.5 B.2). */
    private static final String ROOT = "2.25.";
    private static final int BYTES = 16;
    private static final int BUFFER = 1 << 16;

    private ContentUid() {
    }

    static String of(Path file) throws UnusableInputException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return ROOT + new BigInteger(1, Arrays.copyOf(digest.digest(), BYTES));
        } catch (IOException e) {
            throw new UnusableInputException(file + " cannot be opened.", e);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
