package com.example.threshold;

import spine.tck.BundleContract;

class ThresholdBundleIT extends BundleContract {
}
