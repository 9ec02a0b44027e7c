<?php
// A new site, set up as its owner would on the settings pages.
define('WP_INSTALLING', true);
function wp_new_blog_notification() {} // there is no mail here
require 'wp-load.php';
require 'wp-admin/includes/upgrade.php';
wp_install('Biometric Docket', 'desk', 'desk@docket.example', true, '', 'pass');
wp_update_user(['ID' => 1, 'display_name' => 'Court desk']);
update_option('timezone_string', 'America/Chicago');
update_option('permalink_structure', '/%year%/%monthnum%/%day%/%postname%/');
update_option('posts_per_rss', 100);
