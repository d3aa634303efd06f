# The files of mail/ that are compiled as one (server/unity.cmake).
unity_alone(smtp_transport.cpp)
unity_group(mail_1
  address.cpp calendar.cpp classify.cpp directory_transport.cpp header.cpp lease_queue.cpp
  message.cpp outbox_clerk.cpp)
unity_group(mail_2
  encode.cpp message_class.cpp outbox_engine.cpp outbox_worker.cpp outcome.cpp smtp_dialogue.cpp
  smtp_relay.cpp)
