-- MariaDB dump 10.19, as mysqldump writes one of a lending system.
/*!40101 SET character_set_client = utf8 */;
DROP TABLE IF EXISTS `reader_changes`;
CREATE TABLE `reader_changes` (
  `token` varchar(255) NOT NULL DEFAULT '',
  `altcontactphone` varchar(50) DEFAULT NULL COMMENT 'whom to call',
  `altcontactsurname` mediumtext DEFAULT NULL,
  `initials` mediumtext DEFAULT NULL,
  `pronouns` longtext DEFAULT NULL,
  `guardian_email` varchar(80) DEFAULT NULL,
  `state` tinyint(1) DEFAULT NULL,
  `security_answer` varchar(80) DEFAULT NULL,
  `face_template` longblob DEFAULT NULL,
  `streettype` varchar(50) DEFAULT NULL,
  `changed` timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  PRIMARY KEY (`token`(191)),
  KEY `initials` (`initials`(20))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TABLE `visits` (
  `hashed_barcode` varchar(60) NOT NULL,
  `branch` enum('Main','North') NOT NULL
);
/*!40101 SET character_set_client = @saved_cs_client */;
