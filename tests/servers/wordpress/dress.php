<?php
// Give the site another theme.
require 'wp-load.php';
switch_theme($argv[1]);
if (wp_get_theme()->get_stylesheet() !== $argv[1]) {
    exit(1);
}
