package com.example.nifti;

/** A file that cannot be read; the message is a phrase to go after its name. */
final class BadNiftiException extends Exception {
    private static final long serialVersionUID = 1L;

    BadNiftiException(String reason) {
        super(reason);
    }
}
