package com.example.nifti;

import spine.tck.BundleContract;

class NiftiBundleIT extends BundleContract {
}
